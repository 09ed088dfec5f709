import type { Plant } from '@/api/plant-schemas'
import { isLaterReading } from '@/domain/actions/later-reading'
import { isConnected } from '@/domain/status/connection-kind'
import { isWithdrawn } from '@/domain/status/lifecycle'

type Connection = Pick<Plant, 'status'>

/** Returns true for a plant that commands may not reach, but that may connect again. */
export function canReturn({ status, lifecycleStatus }: Pick<Plant, 'status' | 'lifecycleStatus'>) {
  return !isConnected(status) && !isWithdrawn(lifecycleStatus)
}

/** Returns true when a plant is connected by a reading at `readAtMs` that began after `sinceMs` (Unix ms, device's clock). */
export function hasReturned(
  plant: Connection | undefined,
  { readAtMs, sinceMs }: { readAtMs: number; sinceMs: number },
): boolean {
  return plant !== undefined && isConnected(plant.status) && isLaterReading(readAtMs, sinceMs)
}
