import { energyTotals } from './energy-balance'
import { utcDayBounds } from './energy-day'
import type { EnergyToday } from '@/api/energy'
import type { Plant } from '@/api/plant-schemas'
import { readInstant } from '@/lib/instants'
import { isUnreadable } from '@/lib/unreadable'

/**
 * Returns true when a plant cannot have reported anything of the totals' UTC day, because it was last seen before the
 * day or never. Its zeros are not measurements then. Any other total is evidence of a report.
 */
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
