import type { Meaning } from './tone'
import type { ConnectionStatus, Plant } from '@/api/plant-schemas'
import { dayMs, parseInstant } from '@/lib/instants'

/**
 * Connection states. The contract shows ONLINE for plants and documents all four for sub-devices
 * (`contract/platform.md`).
 */
export const connectionMeanings: Record<ConnectionStatus, Meaning> = {
  ONLINE: { label: 'Online', tone: 'ok', hint: 'Connected to the broker.' },
  DEGRADED: { label: 'Degraded', tone: 'warn', hint: 'Connected, but not everything answers.' },
  OFFLINE: { label: 'Offline', tone: 'danger', hint: 'Not connected. Commands do not reach it.' },
  UNKNOWN: { label: 'Unknown', tone: 'neutral', hint: 'The platform does not know.' },
}

/** An online plant speaks at least this often; longer silence contradicts its state. */
const longestSilenceMs = 2 * dayMs

/** Whether a plant is called ONLINE although it was not seen for two days. */
export function contradictsLastSeen(
  plant: Pick<Plant, 'status' | 'lastSeenAt'>,
  nowMs: number,
): boolean {
  const seenMs = parseInstant(plant.lastSeenAt)
  return plant.status === 'ONLINE' && seenMs !== undefined && nowMs - seenMs > longestSilenceMs
}
