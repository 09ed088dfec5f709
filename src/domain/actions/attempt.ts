import type { ConfirmedAction } from './consequences'
import { type Reading, type Verdict, reconcileAction } from './reconciliation'
import { ApiError, NotSentError, outcomeOf } from '@/api/errors'
import type { Plant } from '@/api/plant-schemas'

/** An attempt at an action that did not end as done. */
export interface Attempt {
  error: Error
  /** When it ended, Unix ms, device's clock: what was read before says nothing about it. */
  atMs: number
}

/** What a dialog is about: the question, or what became of an attempt. */
export type Phase = 'asking' | 'refused' | 'unknown'

/** An attempt that can be made again as it is leads back to the question. */
export function phaseOf(attempt: Pick<Attempt, 'error'> | undefined): Phase {
  if (!attempt || isRepeatable(attempt)) return 'asking'
  return outcomeOf(attempt.error) === 'unknown' ? 'unknown' : 'refused'
}

/** Attempts that can be made again as they are: nothing was changed, and everything typed stays. */
export function isRepeatable({ error }: Pick<Attempt, 'error'>): boolean {
  if (error instanceof NotSentError) return error.reason !== 'invalid'
  return error instanceof ApiError && (error.status === 401 || error.status === 429)
}

/** The server did not carry it out because of the sign-in, which was renewed meanwhile. */
export function isAskedAgain(attempt: Pick<Attempt, 'error'> | undefined): boolean {
  return attempt?.error instanceof ApiError && attempt.error.status === 401
}

/** Milliseconds that the server asked to wait for and that are still to come; both times are of one clock. */
export function waitMs(attempt: Attempt | undefined, nowMs: number): number {
  if (!(attempt?.error instanceof ApiError)) return 0
  const { retryAfterMs = 0 } = attempt.error
  // A clock that lags behind the end of the attempt would make a wait of none.
  return retryAfterMs === 0 ? 0 : Math.max(0, attempt.atMs + retryAfterMs - nowMs)
}

/** A replayed answer says for sure that the action was carried out. */
export function isReplay({ error }: Pick<Attempt, 'error'>): boolean {
  return error instanceof ApiError && error.isReplay
}

/** What a reading that began after the attempt says about it; undefined before there is one. */
export function verdictOf(
  action: ConfirmedAction,
  before: Plant,
  reading: Reading | undefined,
): Verdict | undefined {
  return reading === undefined ? undefined : reconcileAction(action, before, reading)
}
