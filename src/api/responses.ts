// Reads the bodies and headers of responses. Separate from the client, so that a worker can use it.
import * as z from 'zod/mini'
import { ApiError, ContractError } from './errors'
import { apiErrorBodySchema, tolerant } from './fields'
import { liftMembers, parseJson } from '@/lib/json-text'
import { runSteps } from '@/lib/run-steps'
import { serverNow } from '@/lib/server-clock'
import { inSlices } from '@/lib/time-slices'

/** How the response of an operation is parsed. */
export interface ApiResponse<T> {
  operation: string
  schema: z.ZodMiniType<T, unknown>
  /** Paths (as in `lib/json-text`) of members to keep as source text. */
  textMembers?: readonly string[]
}

const readableErrorSchema = tolerant(apiErrorBodySchema, { message: '' })
const maxRetryAfterMs = 60_000

/** Decodes a body as UTF-8. */
export function textOf({ body }: { body: ArrayBuffer }): string {
  return new TextDecoder().decode(body)
}

/** Returns the error of a response with an error status; `text` is its body. */
export function toApiError(
  operation: string,
  response: Pick<Response, 'status' | 'headers'>,
  text: string,
): ApiError {
  const retryAfterMs = readRetryAfter(response.headers)
  const envelope = z.safeParse(readableErrorSchema, parseJson(text))
  return new ApiError(operation, response.status, {
    ...(envelope.success ? envelope.data : {}),
    retryAfterMs,
    isReplay: response.headers.get('idempotency-replayed') === 'true',
  })
}

/** Parses the body of a response. Throws `ContractError`. */
export function readResponse<T>(response: ApiResponse<T>, body: ArrayBuffer): T {
  return runSteps(readInSteps(response, body))
}

/** Parses a body of megabytes like `readResponse`, in several tasks. Rejects with the signal's reason, too. */
export function readLargeResponse<T>(
  response: ApiResponse<T>,
  body: ArrayBuffer,
  signal: AbortSignal,
): Promise<T> {
  return inSlices(readInSteps(response, body), signal)
}

function* readInSteps<T>(
  { operation, schema, textMembers = [] }: ApiResponse<T>,
  body: ArrayBuffer,
): Generator<void, T> {
  const text = textOf({ body })
  yield
  const json = parseJson(textMembers.length > 0 ? liftMembers(text, textMembers) : text)
  if (json === undefined) throw new ContractError(operation, 'the response is not JSON')
  yield
  const parsed = z.safeParse(schema, json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new ContractError(operation, `${issue?.path.join('.') || 'body'}: ${issue?.message}`)
}

/** Reads `Retry-After`, in seconds or as a date (RFC 9110, 10.2.3), as milliseconds: at most 60 s. */
export function readRetryAfter(headers: Headers): number | undefined {
  const header = headers.get('retry-after')
  if (!header) return undefined
  const nowMs = Date.parse(headers.get('date') ?? '') || serverNow()
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - nowMs
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), maxRetryAfterMs) : undefined
}
