// Which plants a run can be planned for, and why not.
import type { RunAction } from './run-document'
import type { Plant } from '@/api/plant-schemas'
import { whyImpossible } from '@/domain/actions/plant-actions'
import { connectionMeaning, isSilent } from '@/domain/status/connection'
import { isConnected } from '@/domain/status/connection-kind'
import { isResting, isWithdrawn, lifecycleMeaning } from '@/domain/status/lifecycle'
import { isUnreadable } from '@/lib/unreadable'

interface Question {
  kind: RunAction['kind']
  /** True when the user also wants plants that may never receive the command. */
  withUnreachable: boolean
  /** Unix ms, server's clock. */
  nowMs: number
}

/** Returns the reason why a plant is left out of a run, without a full stop; undefined when it takes part. */
export function whyLeftOut(
  plant: Plant,
  { kind, withUnreachable, nowMs }: Question,
): string | undefined {
  if (plant.id === '') return 'Its ID can’t be read'
  if (isUnreadable(plant, 'lifecycleStatus')) return 'Its lifecycle can’t be read'
  if (kind !== 'command') return whyImpossible(kind, plant, nowMs, undefined)?.replace(/\.$/, '')
  if (isWithdrawn(plant.lifecycleStatus)) return lifecycleMeaning(plant).label
  if (withUnreachable) return undefined
  if (isResting(plant.lifecycleStatus)) return lifecycleMeaning(plant).label
  if (!isConnected(plant.status) || isUnreadable(plant, 'status'))
    return connectionMeaning(plant).label
  return isSilent(plant, nowMs)
    ? `${connectionMeaning(plant).label}, but not seen for two days`
    : undefined
}
