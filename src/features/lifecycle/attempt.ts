import type { Failure } from './use-action-sending'
import type { PlantReading } from './use-plant-reading'
import { ApiError, NotSentError, outcomeOf } from '@/api/errors'
import type { ConfirmedAction } from '@/domain/consequences'
import { type Verdict, reconcile } from '@/domain/reconciliation'

/** What the dialog is about: the question, or what became of an attempt. */
export type Phase = 'asking' | 'refused' | 'unknown'

export function phaseOf(failure: Failure | undefined): Phase {
  if (!failure || isRepeatable(failure)) return 'asking'
  return outcomeOf(failure.error) === 'unknown' ? 'unknown' : 'refused'
}

/** Attempts that can be made again as they are: nothing was carried out, and everything typed stays. */
export function isRepeatable({ error }: Failure): boolean {
  if (error instanceof NotSentError) return error.reason !== 'invalid'
  return error instanceof ApiError && (error.status === 401 || error.status === 429)
}

/** The server did not carry it out because of the sign-in, which was renewed meanwhile. */
export function isAskedAgain(failure: Failure | undefined): boolean {
  return failure?.error instanceof ApiError && failure.error.status === 401
}

/** Milliseconds that the server asked to wait for and that are still to come. */
export function waitMs(failure: Failure | undefined, nowMs: number): number {
  if (!(failure?.error instanceof ApiError)) return 0
  return Math.max(0, failure.atMs + (failure.error.retryAfterMs ?? 0) - nowMs)
}

/** A replayed answer says for sure that the action was carried out. */
export function isReplay({ error }: Failure): boolean {
  return error instanceof ApiError && error.isReplay
}

/** What the readings since the attempt say about it; undefined before the first. */
export function verdictOf(
  action: ConfirmedAction,
  { before }: Failure,
  { plant, isGone, isReread }: PlantReading,
): Verdict | undefined {
  if (isGone) return reconcile(action, before, 'gone')
  return plant && isReread ? reconcile(action, before, plant) : undefined
}
