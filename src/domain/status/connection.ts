import type { Meaning } from './meaning'
import type { ConnectionStatus, Plant } from '@/api/plant-schemas'
import { dayMs, readInstant } from '@/lib/instants'

/**
 * Meanings of the connection states. The contract shows ONLINE for plants; the platform documents all four for
 * sub-devices (`plants-api.openapi.json`, `Plant.status`).
 */
export const connectionMeanings: Record<ConnectionStatus, Meaning> = {
  ONLINE: { label: 'Online', tone: 'ok', hint: 'Connected to the broker.' },
  DEGRADED: { label: 'Degraded', tone: 'warn', hint: 'Connected, but not everything responds.' },
  OFFLINE: { label: 'Offline', tone: 'danger', hint: 'Not connected. Commands can’t reach it.' },
  UNKNOWN: { label: 'Unknown', tone: 'neutral', hint: 'The platform doesn’t know.' },
}

/** Ours: plants speak every few minutes, so two days of silence contradict ONLINE. */
export const longestSilenceMs = 2 * dayMs

/** Returns true when a plant is ONLINE although it was not seen for two days. */
export function contradictsLastSeen(
  plant: Pick<Plant, 'status' | 'lastSeenAt'>,
  nowMs: number,
): boolean {
  const seenMs = readInstant(plant.lastSeenAt)
  return (
    plant.status === 'ONLINE' && typeof seenMs === 'number' && nowMs - seenMs > longestSilenceMs
  )
}
