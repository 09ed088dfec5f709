/** Errors of requests. The HTTP status and `code` decide; `statusCode` in the body is never read. */
import { toError } from '@/lib/thrown'

/** A response with an error status; the message is the server's own when it has one. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly operation: string
  readonly status: number
  /** The envelope's stable code; undefined when the response did not come from the API (such as a proxy's HTML). */
  readonly code: string | undefined
  readonly details: unknown
  /** From `Retry-After`, in milliseconds, capped at 60 s. */
  readonly retryAfterMs: number | undefined
  /** The time given by `Retry-After`, by `performance.now()`, which clock corrections do not affect. */
  readonly retryAtMs: number | undefined
  /** `Idempotency-Replayed: true`: an earlier copy was executed, and its response is no longer available. */
  readonly isReplay: boolean

  constructor(
    operation: string,
    status: number,
    response: {
      code?: string
      message?: string
      details?: unknown
      retryAfterMs?: number | undefined
      isReplay?: boolean
    },
  ) {
    super(response.message?.trim() ? response.message : `HTTP ${status}`)
    this.operation = operation
    this.status = status
    this.code = response.code
    this.details = response.details
    this.retryAfterMs = response.retryAfterMs
    this.retryAtMs = response.retryAfterMs ? performance.now() + response.retryAfterMs : undefined
    this.isReplay = response.isReplay ?? false
  }
}

/** Returns the time, by `performance.now()`, from which the server accepts a retry; undefined if it gave none. */
export function retryAtOf(error: unknown): number | undefined {
  return error instanceof ApiError ? error.retryAtMs : undefined
}

/** A 2xx whose body does not match the contract. */
export class ContractError extends Error {
  override readonly name = 'ContractError'
  readonly operation: string

  constructor(operation: string, problem: string) {
    super(`${operation}: ${problem}`)
    this.operation = operation
  }
}

/** No complete response arrived: the connection was refused or reset, or the request timed out. */
export class TransportError extends Error {
  override readonly name = 'TransportError'
  readonly operation: string
  readonly kind: 'network' | 'timeout'

  constructor(operation: string, kind: 'network' | 'timeout', cause?: unknown) {
    super(kind === 'timeout' ? 'no response in time' : 'no connection', { cause })
    this.operation = operation
    this.kind = kind
  }
}

/** Reason why a request was never sent. */
export type NotSentReason = 'offline' | 'signed-out' | 'invalid' | 'outdated' | 'late'

/** Nothing was sent: no connection, no session, an invalid request, outdated code of the page, or too late. */
export class NotSentError extends Error {
  override readonly name = 'NotSentError'
  readonly reason: NotSentReason
  /** Names of the fields that are invalid, or the thing that is. */
  readonly subject: string | undefined

  constructor(reason: NotSentReason, subject?: string) {
    super(subject === undefined ? reason : `${reason}: ${subject}`)
    this.reason = reason
    this.subject = subject
  }
}

type FailedOutcome = 'refused' | 'unknown' | 'not-sent'

/** Returns the outcome of a mutation that threw. A 4xx except 408 counts as refused, until a later reading shows otherwise. */
export function outcomeOf(thrown: unknown): FailedOutcome {
  const error = toError(thrown)
  if (error instanceof NotSentError) return 'not-sent'
  if (!(error instanceof ApiError) || error.isReplay) return 'unknown'
  return error.status < 500 && error.status !== 408 ? 'refused' : 'unknown'
}

/** Title wherever it isn't known what became of a request. */
export const outcomeUnknown = 'Outcome unknown'
