import { useEffect, useMemo, useState } from 'react'
import { describeError } from '@/api/error-messages'
import { walkPlants } from '@/api/plant-pages'
import type { Plant } from '@/api/plant-schemas'
import { plantMatcher } from '@/domain/plant/plant-search'

/** Enough to scan by eye; more words narrow the results. */
const mostShown = 8
/** Limit of plants kept in memory for the search. */
const mostSearched = 10_000

interface Walk {
  plants: Plant[]
  /** Undefined before the first page is loaded, null when the list doesn't state a total. */
  total: number | null | undefined
  failure: string | undefined
}

/** Finds plants by name, serial number, ID or fingerprint while the list is read page by page. */
export function usePlantSearch(text: string) {
  const [walk, setWalk] = useState<Walk>({ plants: [], total: undefined, failure: undefined })

  useEffect(() => {
    const controller = new AbortController()
    void collect(controller.signal, setWalk)
    return () => controller.abort()
  }, [])

  const wanted = text.trim()
  const matches = useMemo(
    () => (wanted === '' ? [] : walk.plants.filter(plantMatcher(wanted))),
    [wanted, walk.plants],
  )
  return {
    found: matches.slice(0, mostShown),
    matches: matches.length,
    searched: walk.plants.length,
    total: walk.total,
    failure: walk.failure,
  }
}

async function collect(signal: AbortSignal, onWalk: (walk: Walk) => void): Promise<void> {
  const plants = new Map<string, Plant>()
  let total: number | null | undefined
  const report = (failure?: string) => onWalk({ plants: [...plants.values()], total, failure })
  try {
    for await (const page of walkPlants(signal)) {
      for (const plant of page.plants) plants.set(plant.id, plant)
      total = page.total ?? null
      report()
      if (plants.size >= mostSearched) return
    }
  } catch (error) {
    if (!signal.aborted) report(describeError(error).title)
  }
}
