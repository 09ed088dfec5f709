import * as z from 'zod/mini'
import { ApiProblem, type ProblemCode } from './api-problem'
import { isStorable, notStorable } from './storable-text'
import { exceedsDepth } from '#sandbox/platform/protocol/json-depth'
import { liftMembers } from '@/lib/json-text'

interface Checks<Query, Body> {
  query?: z.ZodMiniType<Query, unknown>
  body?: { schema: z.ZodMiniType<Body, unknown>; textMembers: readonly string[] }
  badRequest?: ProblemCode
}

/** Depth limit for JSON; deeper bodies are refused before they are parsed. */
const maxDepth = 32

/** Checks a query; converts `page` and `limit` to numbers and accepts each name once. */
export function checkQuery<Query>(checks: Checks<Query, unknown>, raw: unknown): Query {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- without a schema, `Query` is undefined
  if (!checks.query) return undefined as Query
  return check(checks.query, asNumbers(raw), validationCode(checks))
}

/** Checks a JSON body; its free-form members stay source text. */
export function checkBody<Body>(checks: Checks<unknown, Body>, text: string): Body {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- without a schema, `Body` is undefined
  if (!checks.body) return undefined as Body
  const code = validationCode(checks)
  if (exceedsDepth(text, maxDepth)) {
    throw new ApiProblem(code, 'Validation error', {
      details: [`body: Must not be nested deeper than ${maxDepth} levels`],
    })
  }
  const { schema, textMembers } = checks.body
  const body = check(schema, parse(liftMembers(text, textMembers), code), code)
  const details = Object.entries(body ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' && !isStorable(value) ? [`${name}: ${notStorable}`] : [],
  )
  if (details.length > 0) throw new ApiProblem(code, 'Validation error', { details })
  return body
}

/** An operation that publishes INVALID_UUID for its ID uses VALIDATION_ERROR for everything else. */
function validationCode({ badRequest }: { badRequest?: ProblemCode }): ProblemCode {
  return badRequest === 'BAD_REQUEST' ? 'BAD_REQUEST' : 'VALIDATION_ERROR'
}

function check<T>(schema: z.ZodMiniType<T, unknown>, value: unknown, code: ProblemCode): T {
  const result = z.safeParse(schema, value)
  if (result.success) return result.data
  const details = result.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'body'}: ${message}`,
  )
  throw new ApiProblem(code, 'Validation error', { details })
}

function parse(text: string, code: ProblemCode): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiProblem(code, 'Validation error', { details: ['body: Must be valid JSON'] })
  }
}

function asNumbers(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null) return raw
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [
      name,
      (name === 'page' || name === 'limit') && /^-?\d{1,15}$/.test(String(value))
        ? Number(value)
        : value,
    ]),
  )
}
