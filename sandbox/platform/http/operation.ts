import type { Kysely } from 'kysely'
import type * as z from 'zod/mini'
import type { ProblemCode } from './api-problem'
import type { JsonBody } from './json-response'
import { checkBody, checkQuery } from './validation'
import type { PlantRow, Tables } from '#sandbox/platform/database/tables'
import type { Caller } from '#sandbox/platform/oauth/callers'
import type { Role } from '#sandbox/platform/oauth/roles'
import type { PlatformContext } from '#sandbox/platform/platform-context'
import type { AuditChange } from '@/api/account-schemas'

/** Input of an operation, fully checked by the router. */
interface OperationRequest<Query, Body> {
  platform: PlatformContext
  /** Transaction of the operation: its changes are committed before the response is sent. */
  tx: Kysely<Tables>
  caller: Caller
  /** Organization of the request: the caller's own, or the one in `x-org-id`. */
  organizationId: string
  now: Date
  query: Query
  body: Body
  /** Registers an effect between commit and response. A string that it returns replaces the response. */
  afterCommit: (effect: AfterCommit) => void
  /** Sets what the audit log says about the action besides its name. */
  recordChanges: (changes: readonly AuditChange[]) => void
}

export type AfterCommit = () => unknown

interface AccountRequest<Query, Body> extends OperationRequest<Query, Body> {
  userId: string
}

export interface PlantRequest<Query, Body> extends OperationRequest<Query, Body> {
  plant: PlantRow
}

/** Facts about an operation for the router, the validation and the OpenAPI document. */
interface OperationFacts<Query, Body> {
  id: string
  method: 'get' | 'post' | 'patch' | 'delete'
  /** Path below `/api/v1`, with `{id}` for the plant or `{userId}` for the user. */
  path: string
  /** Part of the API; without one, the Plants API. */
  tag?: 'Accounts'
  summary: string
  roles: readonly Role[]
  query?: z.ZodMiniType<Query, unknown>
  body?: { schema: z.ZodMiniType<Body, unknown>; textMembers: readonly string[] }
  response: {
    status: 200 | 201
    description: string
    schema: z.ZodMiniType
    fileName?: string
  }
  /** True if the response contains a secret: it is not stored, and a repeated request gets a conflict. */
  isShownOnce?: boolean
  /** True for a read that is kept in the audit log, as all changes are. */
  isAudited?: boolean
  /** Code that this operation publishes for status 400; undefined if it has no 400. */
  badRequest?: 'VALIDATION_ERROR' | 'INVALID_UUID' | 'BAD_REQUEST'
  /** Codes published in addition to 400, 401, 403, 500 and, below a plant, 404. */
  otherProblems?: readonly ProblemCode[]
}

type Run<Request> = (request: Request) => Promise<JsonBody>
type Unchecked = OperationRequest<unknown, string>

/** Operation in the table: its facts and its handler. `run` returns the JSON of the response. */
export interface Operation extends OperationFacts<unknown, unknown> {
  run: (request: Unchecked & { plant: PlantRow | null; userId: string | null }) => Promise<JsonBody>
}

export function fleetOperation<Query, Body>(
  facts: OperationFacts<Query, Body>,
  run: Run<OperationRequest<Query, Body>>,
): Operation {
  return { ...facts, run: (request) => run(checked(facts, request)) }
}

/** Creates an operation on one plant, which the router finds in the caller's organization. */
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

/** Creates an operation on one user, whom the operation itself finds. */
export function accountOperation<Query, Body>(
  facts: OperationFacts<Query, Body>,
  run: Run<AccountRequest<Query, Body>>,
): Operation {
  return {
    ...facts,
    run: ({ userId, ...request }) => {
      if (userId === null) throw new Error(`${facts.id} has no {userId} in its path`)
      return run({ ...checked(facts, request), userId })
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
