/**
 * The ways a request can end badly. HTTP status and `code` decide; `statusCode` in the body is never read.
 */
import { toError } from '@/lib/thrown'

/** The server answered with an error status. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly operation: string
  readonly status: number
  /** The envelope's stable code; undefined when the answer did not come from the API (a proxy's HTML). */
  readonly code: string | undefined
  readonly details: unknown
  /** From `Retry-After`, milliseconds, clamped to 60 s. */
  readonly retryAfterMs: number | undefined
  /** The moment that `Retry-After` means, by `performance.now()`, which no correction of the clock moves. */
  readonly retryAtMs: number | undefined
  /** `Idempotency-Replayed: true`: an earlier copy of the request was executed; its answer is not to be had again. */
  readonly isReplay: boolean

  constructor(
    operation: string,
    status: number,
    answer: {
      code?: string
      message?: string
      details?: unknown
      retryAfterMs?: number | undefined
      isReplay?: boolean
    },
  ) {
    super(answer.message?.trim() ? answer.message : `HTTP ${status}`)
    this.operation = operation
    this.status = status
    this.code = answer.code
    this.details = answer.details
    this.retryAfterMs = answer.retryAfterMs
    this.retryAtMs = answer.retryAfterMs ? performance.now() + answer.retryAfterMs : undefined
    this.isReplay = answer.isReplay ?? false
  }
}

/** The moment by `performance.now()` until which the server wants to be left alone; undefined for none. */
export function retryAtOf(error: unknown): number | undefined {
  return error instanceof ApiError ? error.retryAtMs : undefined
}

/** A 2xx whose body is not what the contract says. */
export class ContractError extends Error {
  override readonly name = 'ContractError'
  readonly operation: string

  constructor(operation: string, problem: string) {
    super(`${operation}: ${problem}`)
    this.operation = operation
  }
}

/** No whole answer arrived: connection refused or reset, or the time limit passed. */
export class TransportError extends Error {
  override readonly name = 'TransportError'
  readonly operation: string
  readonly kind: 'network' | 'timeout'

  constructor(operation: string, kind: 'network' | 'timeout', cause?: unknown) {
    super(kind === 'timeout' ? 'no answer in time' : 'no connection', { cause })
    this.operation = operation
    this.kind = kind
  }
}

/** Why a request was not sent. */
export type NotSentReason = 'offline' | 'signed-out' | 'invalid' | 'outdated'

/** Nothing was put on the wire: offline, no session, an invalid request, or a page whose code has been replaced. */
export class NotSentError extends Error {
  override readonly name = 'NotSentError'
  readonly reason: NotSentReason

  constructor(reason: NotSentReason, message: string) {
    super(message)
    this.reason = reason
  }
}

/** How a mutation that threw has ended; without an error it is done. */
export type FailedOutcome = 'refused' | 'unknown' | 'not-sent'

/**
 * A refusal (4xx but 408) was not executed. No answer, a 408, any 5xx or an unreadable 2xx may or may not
 * have been: nothing tells "executed, then reset" from "never executed".
 */
export function outcomeOf(thrown: unknown): FailedOutcome {
  const error = toError(thrown)
  if (error instanceof NotSentError) return 'not-sent'
  if (!(error instanceof ApiError) || error.isReplay) return 'unknown'
  return error.status < 500 && error.status !== 408 ? 'refused' : 'unknown'
}
