import type { ConfirmedAction } from './consequences'
import { type Reading, type Verdict, reconcileAction } from './reconciliation'
import { ApiError, NotSentError, outcomeOf } from '@/api/errors'
import type { Plant } from '@/api/plant-schemas'

/** An attempt at an action that failed, or whose outcome is unknown. */
export interface Attempt {
  error: Error
  /** End of the attempt, Unix ms, device's clock. Earlier readings say nothing about it. */
  atMs: number
}

/** Phase of a dialog: the question, or the result of an attempt. */
export type Phase = 'asking' | 'refused' | 'unknown'

/** Returns the phase after an attempt; one that can be repeated leads back to the question. */
export function phaseOf(attempt: Pick<Attempt, 'error'> | undefined): Phase {
  if (!attempt || isRepeatable(attempt)) return 'asking'
  return outcomeOf(attempt.error) === 'unknown' ? 'unknown' : 'refused'
}

/** Returns true for attempts that can be repeated: nothing was changed, and the input is kept. */
export function isRepeatable({ error }: Pick<Attempt, 'error'>): boolean {
  if (error instanceof NotSentError) return error.reason !== 'invalid'
  return error instanceof ApiError && (error.status === 401 || error.status === 429)
}

/** Returns true when the server rejected the request because the session had expired; it has been renewed since. */
export function isAskedAgain(attempt: Pick<Attempt, 'error'> | undefined): boolean {
  return attempt?.error instanceof ApiError && attempt.error.status === 401
}

/** Returns the remaining milliseconds of the wait that the server asked for. Both times use the same clock. */
export function waitMs(attempt: Attempt | undefined, nowMs: number): number {
  if (!(attempt?.error instanceof ApiError)) return 0
  const { retryAfterMs = 0 } = attempt.error
  // Without Retry-After there is no wait, even if the ticking clock is behind the end of the attempt.
  return retryAfterMs === 0 ? 0 : Math.max(0, attempt.atMs + retryAfterMs - nowMs)
}

/** Returns true for a replayed response, which proves that the action was completed. */
export function isReplay({ error }: Pick<Attempt, 'error'>): boolean {
  return error instanceof ApiError && error.isReplay
}

/** Returns the conclusion from a reading that began after the attempt; undefined before there is one. */
export function verdictOf(
  action: ConfirmedAction,
  before: Plant,
  reading: Reading | undefined,
): Verdict | undefined {
  return reading === undefined ? undefined : reconcileAction(action, before, reading)
}
