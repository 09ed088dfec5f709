import type { ConfirmedAction } from './consequences'
import { reconcileAction } from './reconciliation'
import { ApiError, NotSentError, outcomeOf, outcomeUnknown } from '@/api/errors'
import type { Plant } from '@/api/plant-schemas'
import type { Reading, Verdict } from '@/domain/plant/verdict'

/** A change that was sent and ended without success. */
export interface FailedAttempt<Sent = unknown> {
  sent: Sent
  error: Error
  /** End of the attempt, Unix ms, device's clock. Only later readings show its outcome (`isLaterReading`). */
  atMs: number
}

/** An attempt that failed. */
export type Failure = Pick<FailedAttempt, 'error'>

/** Phase of a dialog: its question, a refusal, or an unknown outcome. */
export type Phase = 'asking' | 'refused' | 'unknown'

/**
 * Returns the phase after an attempt. One that can be repeated leads back to the question, unless a later reading shows
 * that it was completed (`isDone`): a browser's own repeat may be rejected after its first copy was executed.
 */
export function phaseOf(attempt: Failure | undefined, isDone = false): Phase {
  if (!attempt) return 'asking'
  if (isRepeatable(attempt) && (attempt.error instanceof NotSentError || !isDone)) return 'asking'
  return outcomeOf(attempt.error) === 'unknown' ? 'unknown' : 'refused'
}

/** Returns true for attempts that can be repeated: nothing was sent, or the server rejected it for now. */
export function isRepeatable({ error }: Failure): boolean {
  if (error instanceof NotSentError) return error.reason !== 'invalid'
  return error instanceof ApiError && (error.status === 401 || error.status === 429)
}

/** Returns true when the server rejected the request because the session had expired; it has been renewed since. */
export function isAskedAgain(attempt: Failure | undefined): boolean {
  return attempt?.error instanceof ApiError && attempt.error.status === 401
}

/** Returns the remaining milliseconds of the wait that the server asked for. Both times use the same clock. */
export function waitMs(attempt: Omit<FailedAttempt, 'sent'> | undefined, nowMs: number): number {
  if (!(attempt?.error instanceof ApiError)) return 0
  const { retryAfterMs = 0 } = attempt.error
  // Without Retry-After there is no wait, even if the ticking clock is behind the end of the attempt.
  return retryAfterMs === 0 ? 0 : Math.max(0, attempt.atMs + retryAfterMs - nowMs)
}

/** Returns true for a replayed response, which proves that the action was completed. */
export function isReplay({ error }: Failure): boolean {
  return error instanceof ApiError && error.isReplay
}

/** Returns true once the attempt is known to be completed: by a replayed response, or by a later reading. */
export function isKnownDone(failure: Failure, verdict: Verdict | undefined): boolean {
  return isReplay(failure) || verdict?.kind === 'done'
}

/** Returns the title for an outcome; undefined for a refusal that, as far as is known, changed nothing. */
export function outcomeTitle(failure: Failure, verdict: Verdict | undefined): string | undefined {
  if (isReplay(failure)) return 'Completed, but the response was lost'
  if (outcomeOf(failure.error) === 'unknown') return outcomeUnknown
  return isKnownDone(failure, verdict) ? 'Refused, but changed' : undefined
}

/** Returns the conclusion from a reading that began after the attempt; undefined before there is one. */
export function verdictOf(
  action: ConfirmedAction,
  { sent, error }: Pick<FailedAttempt<Plant>, 'sent' | 'error'>,
  reading: Reading | undefined,
): Verdict | undefined {
  if (reading === undefined) return undefined
  return reconcileAction(action, sent, reading, outcomeOf(error) === 'refused')
}
