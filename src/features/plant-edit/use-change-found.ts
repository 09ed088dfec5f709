import { outcomeOf } from '@/api/errors'
import type { FailedAttempt } from '@/attempts/use-attempt'
import { type PlantSince, usePlantSince } from '@/attempts/use-plant-since'
import { type Changes, type Reconciliation, reconcileChange } from '@/domain/plant/plant-edit'

/** Conclusions from later readings about a failed change. */
export interface ChangeFound {
  reading: PlantSince
  found: Reconciliation | undefined
  /**
   * True when the server refused a change that the plant has: if a browser sends a request twice, the second copy may
   * be refused although the first one was executed.
   */
  isDoneAfterRefusal: boolean
  /** Title of the dialog that shows it. */
  title: string
}

/** Compares every reading after a failed change with what was sent. */
export function useChangeFound(
  plantId: string,
  failed: FailedAttempt<Changes> | undefined,
): ChangeFound {
  const reading = usePlantSince(plantId, failed)
  const found = failed && reading.plant ? reconcileChange(failed.sent, reading.plant) : undefined
  const isRefused = failed !== undefined && outcomeOf(failed.error) === 'refused'
  const isDoneAfterRefusal = isRefused && found?.kind === 'done'
  const title = isDoneAfterRefusal ? 'Refused, but changed' : 'Outcome unknown'
  return { reading, found, isDoneAfterRefusal, title }
}
