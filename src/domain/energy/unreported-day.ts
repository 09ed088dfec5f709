import { energyTotals } from './energy-balance'
import { utcDayBounds } from './energy-day'
import type { EnergyToday } from '@/api/energy'
import type { Plant } from '@/api/plant-schemas'
import { readInstant } from '@/lib/instants'
import { isUnreadable } from '@/lib/unreadable'

/** Returns true when a plant was last seen before the totals' UTC day or never: its zeros are not measurements then. */
export function isUnreportedDay(
  plant: Pick<Plant, 'lastSeenAt' | 'unreadable'>,
  energy: EnergyToday,
): boolean {
  const bounds = utcDayBounds(energy.date)
  if (!bounds || isUnreadable(plant, 'lastSeenAt')) return false
  if (isUnreadable(energy, ...energyTotals)) return false
  if (energyTotals.some((total) => (energy[total] ?? 0) !== 0)) return false
  const seenMs = readInstant(plant.lastSeenAt)
  return seenMs === null || (typeof seenMs === 'number' && seenMs < bounds.startMs)
}
