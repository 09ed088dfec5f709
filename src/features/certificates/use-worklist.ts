import { useQuery, useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { changeWorklist, openWorklist, subscribeToWorklist, worklistNow } from './worklist'
import { watchPlants } from '@/api/fleet'
import { isPlantGone } from '@/api/plant-gone'
import { plantReadings } from '@/api/plant-readings'
import type { PlantDetail } from '@/api/plant-schemas'
import { plantQueries } from '@/api/plants'
import { useDataScope, usePerson } from '@/api/session/session-context'
import type { AtRisk } from '@/domain/renewals/certificate-survey'
import { chooseRenewable } from '@/domain/renewals/renewable'
import {
  type WorklistEntry,
  addEntries,
  noteReading,
  removeEntries,
} from '@/domain/renewals/worklist-entry'
import { type Progress, type WorklistReading, progressOf } from '@/domain/renewals/worklist-state'
import { secondMs } from '@/lib/instants'
import { deviceNow, toServerTime } from '@/lib/server-clock'
import { useRefreshEveryMs } from '@/ui/use-preference'

/** A plant on the worklist with its state. */
export interface WorklistRow {
  entry: WorklistEntry
  progress: Progress
}

/** Note every reading of a plant, so that the first contact isn't missed on the plant's own page. */
const readingNotes: Parameters<typeof watchPlants>[1] = {
  onRead: (plant) => void noteReadings([{ plant, readAtMs: deviceNow() }]),
  onGone: () => undefined,
}

function noteReadings(readings: readonly { plant: PlantDetail; readAtMs: number }[]) {
  const byPlant = new Map(readings.map((reading) => [reading.plant.id, reading]))
  return changeWorklist((entries) =>
    entries.map((entry) => {
      const reading = byPlant.get(entry.plantId)
      return reading ? noteReading(entry, reading.plant, reading.readAtMs) : entry
    }),
  )
}

/** Returns the user's worklist, and the functions that change it. */
export function useWorklist() {
  const username = usePerson()?.username
  const scope = useDataScope()
  const queryClient = useQueryClient()
  const [additions, setAdditions] = useState(0)
  const { entries, isKept, dropped } = useSyncExternalStore(subscribeToWorklist, worklistNow)
  useEffect(() => {
    if (username === undefined) return
    const load = () => {
      if (document.visibilityState === 'visible') void openWorklist({ username, scope })
    }
    load()
    // Another tab may have changed the list meanwhile.
    document.addEventListener('visibilitychange', load)
    return () => document.removeEventListener('visibilitychange', load)
  }, [username, scope])
  useEffect(() => watchPlants(queryClient, readingNotes), [queryClient])
  const plantIds = useMemo(() => new Set(entries.map(({ plantId }) => plantId)), [entries])
  const remove = useCallback(
    (...removed: readonly string[]) =>
      void changeWorklist((now) => removeEntries(now, new Set(removed))),
    [],
  )
  const add = useCallback(async (rows: readonly AtRisk[]) => {
    await changeWorklist((now) => {
      const listed = new Set(now.map(({ plantId }) => plantId))
      return addEntries(now, chooseRenewable(rows, listed).renewable)
    })
    setAdditions((count) => count + 1)
  }, [])
  // Stays the same while plants are only read, so that a long table isn't rendered for each of them.
  const listing = useMemo(() => ({ plantIds, add }), [plantIds, add])
  return {
    entries,
    isKept,
    dropped,
    /** Number of times that plants were added while the page was open. */
    additions,
    listing,
    remove,
  }
}

/** The user's worklist. */
export type CurrentWorklist = ReturnType<typeof useWorklist>
/** Plants on the worklist, and the function that adds some. */
export type WorklistListing = CurrentWorklist['listing']

/** Polls the plants on the worklist, a few at a time; returns their states and the time of the oldest reading. */
export function useWorklistRows(entries: readonly WorklistEntry[]) {
  const everyMs = useRefreshEveryMs()
  const plantIds = entries.map(({ plantId }) => plantId)
  const { data: failures } = useQuery({
    ...plantReadings(plantIds),
    enabled: plantIds.length > 0,
    // A long list is read less often: one plant a second.
    refetchInterval: everyMs === false ? false : Math.max(everyMs, plantIds.length * secondMs),
  })
  const results = useQueries({
    queries: plantIds.map((plantId) => ({ ...plantQueries.detail(plantId), enabled: false })),
  })
  useEffect(() => {
    void noteReadings(
      results.flatMap(({ data, dataUpdatedAt }) =>
        data ? [{ plant: data, readAtMs: dataUpdatedAt }] : [],
      ),
    )
  }, [results])
  const rows = entries.map((entry, at): WorklistRow => {
    const result = results[at]
    const reading = result ? worklistReadingOf(result, failures?.get(entry.plantId)) : 'pending'
    return { entry, progress: progressOf(entry, reading) }
  })
  const times = results.map(({ dataUpdatedAt }) => dataUpdatedAt).filter((time) => time > 0)
  const oldestReadAtMs = times.length > 0 ? toServerTime(Math.min(...times)) : undefined
  return { rows, oldestReadAtMs }
}

interface PlantResult {
  data: PlantDetail | undefined
  dataUpdatedAt: number
  error: Error | null
  errorUpdatedAt: number
}

/** While a plant is read again, its query forgets the error but not the time of it. */
function worklistReadingOf(result: PlantResult, failure: unknown): WorklistReading {
  if (result.errorUpdatedAt <= result.dataUpdatedAt) return result.data ?? 'pending'
  return isPlantGone(result.error ?? failure) ? 'gone' : 'failed'
}
