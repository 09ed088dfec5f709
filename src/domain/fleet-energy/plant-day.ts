import type { EnergyToday } from '@/api/energy'
import type { Plant } from '@/api/plant-schemas'
import { type EnergyTotal, energyBalance, energyTotals } from '@/domain/energy/energy-balance'
import { isUnreportedDay } from '@/domain/energy/unreported-day'
import { fromNames } from '@/lib/keyed-record'
import { isUnreadable } from '@/lib/unreadable'

/** One plant's totals of a UTC day; null for those that are unknown, which is not 0. */
export interface PlantDay extends Record<EnergyTotal, number | null> {
  /** The UTC day, YYYY-MM-DD, as received. */
  date: string
  /**
   * `unreported`: the plant was not seen on this day, so its zeros are not measurements. `contradictory`: a total is
   * negative, or more was exported than produced.
   */
  kind: 'measured' | 'unreported' | 'contradictory' | 'unreadable'
}

/** Reduces the energy of a plant to the totals that can be added up. */
export function plantDay(
  plant: Pick<Plant, 'lastSeenAt' | 'unreadable'>,
  energy: EnergyToday,
): PlantDay {
  return {
    date: energy.date,
    kind: kindOf(plant, energy),
    ...fromNames(energyTotals, (total) => energy[total] ?? null),
  }
}

function kindOf(
  plant: Pick<Plant, 'lastSeenAt' | 'unreadable'>,
  energy: EnergyToday,
): PlantDay['kind'] {
  if (isUnreadable(energy, 'date', ...energyTotals)) return 'unreadable'
  if (isUnreportedDay(plant, energy)) return 'unreported'
  const isContradictory = energyBalance(energy).contradictions.some(
    ({ kind }) => kind === 'negative' || kind === 'exported-more',
  )
  return isContradictory ? 'contradictory' : 'measured'
}
