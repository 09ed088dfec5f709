import { outcomeOf } from '@/api/errors'
import { untilNextReadingMs } from '@/attempts/next-reading'
import { type PlantSince, usePlantSince } from '@/attempts/use-plant-since'
import { type FailedAttempt, isKnownDone, outcomeTitle } from '@/domain/actions/attempt'
import { changeVerdict } from '@/domain/actions/change-verdict'
import { goneVerdict } from '@/domain/actions/reconciliation'
import { type Changes, type Reconciliation, reconcileChange } from '@/domain/plant/plant-edit'
import type { Verdict } from '@/domain/plant/verdict'

/** Conclusions from later readings about a failed change. */
export interface ChangeFound {
  reading: PlantSince
  /** The sent values beside the plant's current ones; undefined before a reading arrives. */
  found: Reconciliation | undefined
  verdict: Verdict | undefined
  isDone: boolean
  isRefused: boolean
  /** Title of the dialog that shows the outcome; undefined for a refusal that the form shows. */
  title: string | undefined
}

/** Compares every reading after a failed change with what was sent. */
export function useChangeFound(
  plantId: string,
  failed: FailedAttempt<Changes> | undefined,
): ChangeFound {
  const outcome = failed && outcomeOf(failed.error)
  const isUnknown = outcome === 'unknown'
  const reading = usePlantSince({
    plantId,
    // After a request that wasn't sent there is nothing to find.
    sinceMs: outcome === 'not-sent' ? undefined : failed?.atMs,
    // A request of unknown outcome may still be executed.
    ...(failed && isUnknown ? { nextReadMs: () => untilNextReadingMs(failed.atMs) } : {}),
  })
  const { reading: current } = reading
  const found =
    failed && current && current !== 'gone' ? reconcileChange(failed.sent, current) : undefined
  const verdict = current === 'gone' ? goneVerdict : found && changeVerdict(found)
  return {
    reading,
    found,
    verdict,
    isDone: failed !== undefined && isKnownDone(failed, verdict),
    isRefused: outcome === 'refused',
    title: failed && outcomeTitle(failed, verdict),
  }
}
