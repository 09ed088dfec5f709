// What only a plant's own endpoints tell, reduced to a few figures of each plant that was read.
import type { QueryClient } from '@tanstack/react-query'
import type { DetailKind } from './due-readings'
import { PlantFigures } from './plant-figures'
import { fleetIndex } from './read-fleet'
import { readPlantDetail, readPlantEnergy } from '@/api/plant-details'
import type { PlantDetail } from '@/api/plant-schemas'
import { utcDayOf } from '@/domain/energy/energy-day'
import { type PlantAlerts, plantAlerts } from '@/domain/fleet-alerts/plant-alerts'
import { type PlantDay, plantDay } from '@/domain/fleet-energy/plant-day'
import { onPersonChange } from '@/lib/person-change'
import { serverNow } from '@/lib/server-clock'
import { isUnreadable } from '@/lib/unreadable'

/** Figures from a plant's detail. */
interface SiteFigures {
  alerts: PlantAlerts
  /** kWp; null when not given or unreadable. */
  peakKwp: number | null
}

/** A reading of each plant: its detail, or its energy of today. */
export type DetailName = 'site' | 'energy'

/** A kind of reading of the user's plants. */
export interface NamedKind extends DetailKind {
  name: DetailName
  figures: PlantFigures<SiteFigures> | PlantFigures<PlantDay>
  /** Reads a plant and keeps its figures, unless the signal is aborted meanwhile. Throws the client's errors. */
  read: (queryClient: QueryClient, plantId: string, signal: AbortSignal) => Promise<void>
}

/** Figures from the details of plants. */
export const siteFigures = new PlantFigures<SiteFigures>()
/** The energy of plants on the UTC day of the reading. */
export const energyFigures = new PlantFigures<PlantDay>()

/** Plants that are read here, whose responses also arrive as those of a plant's page do. */
const readHere = new Set<string>()

/** All kinds of readings. */
export const detailKinds: readonly NamedKind[] = [
  {
    name: 'site',
    figures: siteFigures,
    isOver: () => false,
    read: async (queryClient, plantId, signal) => {
      readHere.add(plantId)
      try {
        const { read, readAtMs } = await readPlantDetail(queryClient, plantId)
        signal.throwIfAborted()
        siteFigures.put(plantId, siteOf(read), readAtMs)
      } finally {
        readHere.delete(plantId)
      }
    },
  },
  {
    name: 'energy',
    figures: energyFigures,
    // By our own days: a server that names another day would be asked all the time.
    isOver: (readAtMs, nowMs) => utcDayOf(readAtMs) !== utcDayOf(nowMs),
    read: async (queryClient, plantId, signal) => {
      const { read, readAtMs } = await readPlantEnergy(queryClient, plantId)
      signal.throwIfAborted()
      const { columns } = fleetIndex
      const row = columns.find(plantId)
      if (row !== -1) energyFigures.put(plantId, plantDay(columns.plantAt(row), read), readAtMs)
    },
  },
]
onPersonChange(() => {
  for (const { figures } of detailKinds) figures.clear()
})

/** Keep the figures of plants up to date with what their own pages read. */
export const siteUpdates = {
  onRead: (plant: PlantDetail) => {
    if (readHere.has(plant.id) || !siteFigures.of(plant.id)) return
    siteFigures.put(plant.id, siteOf(plant), serverNow())
  },
  onGone: forgetFigures,
}

/** Forgets a plant that is gone. */
export function forgetFigures(plantId: string): void {
  for (const { figures } of detailKinds) figures.forget(plantId)
}

function siteOf(plant: PlantDetail): SiteFigures {
  const { fvePeakPowerKwp } = plant
  return {
    alerts: plantAlerts(plant),
    peakKwp: isUnreadable(plant, 'fvePeakPowerKwp') ? null : (fvePeakPowerKwp ?? null),
  }
}
