import type { Kysely } from 'kysely'
import type * as z from 'zod/mini'
import type { PlantRow, Tables } from '#sandbox/platform/database/tables'
import type { Caller } from '#sandbox/platform/oauth/callers'
import type { Role } from '#sandbox/platform/oauth/roles'
import type { PlatformContext } from '#sandbox/platform/platform-context'
import type { ProblemCode } from './api-problem'
import { checkBody, checkQuery } from './validation'

/** What an operation works on; the router has checked everything in it. */
export interface OperationRequest<Query, Body> {
  platform: PlatformContext
  /** The operation's own transaction: what it writes is committed before it is answered. */
  tx: Kysely<Tables>
  caller: Caller
  /** The organization the call is about: the caller's own, or the one of `x-org-id`. */
  organizationId: string
  now: Date
  query: Query
  body: Body
  /**
   * Does something when the transaction is on disk and before the answer leaves. A text that it gives
   * replaces the answer.
   */
  afterCommit: (effect: AfterCommit) => void
}

/** What an operation does once its transaction is on disk. */
export type AfterCommit = () => unknown

/** The same below `/plants/{id}`, with the plant. */
export interface PlantRequest<Query, Body> extends OperationRequest<Query, Body> {
  plant: PlantRow
}

/** Everything about an operation that the router, the validation and the OpenAPI document need. */
export interface OperationFacts<Query, Body> {
  id: string
  method: 'get' | 'post' | 'patch' | 'delete'
  /** Below `/api/v1`, with `{id}` for the plant. */
  path: string
  summary: string
  roles: readonly Role[]
  query?: z.ZodMiniType<Query, unknown>
  body?: { schema: z.ZodMiniType<Body, unknown>; textMembers: readonly string[] }
  answer: {
    status: 200 | 201
    description: string
    schema: z.ZodMiniType
    /** Answered as a file of this name. */
    fileName?: string
  }
  /** The answer holds a secret: it is not kept, and a repeated request is told so. */
  isShownOnce?: boolean
  /** The code this operation publishes for status 400; none when it has no 400. */
  badRequest?: 'VALIDATION_ERROR' | 'INVALID_UUID' | 'BAD_REQUEST'
  /** Published besides 400, 401, 403, 500 and, below a plant, 404. */
  otherProblems?: readonly ProblemCode[]
}

type Run<Request> = (request: Request) => Promise<string>
type Unchecked = OperationRequest<unknown, string>

/** An operation in the table: its facts, and how it answers. `run` gives the JSON text of the answer. */
export interface Operation extends OperationFacts<unknown, unknown> {
  run: (request: Unchecked & { plant: PlantRow | null }) => Promise<string>
}

/** An operation on the fleet. */
export function fleetOperation<Query, Body>(
  facts: OperationFacts<Query, Body>,
  run: Run<OperationRequest<Query, Body>>,
): Operation {
  return { ...facts, run: (request) => run(checked(facts, request)) }
}

/** An operation on one plant, which the router has found in the caller's organization. */
export function plantOperation<Query, Body>(
  facts: OperationFacts<Query, Body>,
  run: Run<PlantRequest<Query, Body>>,
): Operation {
  return {
    ...facts,
    run: ({ plant, ...request }) => {
      if (!plant) throw new Error(`${facts.id} has no {id} in its path`)
      return run({ ...checked(facts, request), plant })
    },
  }
}

function checked<Query, Body>(
  facts: OperationFacts<Query, Body>,
  request: Unchecked,
): OperationRequest<Query, Body> {
  return {
    ...request,
    query: checkQuery(facts, request.query),
    body: checkBody(facts, request.body),
  }
}
