import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { createFleetIndex } from './fleet-index'
import { readPatiently } from './patient-read'
import { fleetQueries, watchPlants } from '@/api/fleet'
import { walkPlants } from '@/api/plant-pages'
import { isWorthAnotherPass } from '@/domain/fleet/completeness'
import { onPersonChange } from '@/lib/person-change'
import { serverNow } from '@/lib/server-clock'

/** More plants are not kept in memory. */
const mostPlants = 10_000
/** Fleets up to this size are read again at once until their completeness is proven. */
const mostVerified = 1_000
const mostPasses = 3

const index = createFleetIndex()
let untilPersonChanges = new AbortController()
onPersonChange(() => {
  untilPersonChanges.abort()
  untilPersonChanges = new AbortController()
  index.clear()
})

/** Reads the whole list into the index, if it is short as often as it takes to prove that it is complete. */
async function readFleet(): Promise<void> {
  const { signal } = untilPersonChanges
  for (let passes = 0; passes < mostPasses; passes += 1) {
    await readPass(signal)
    const { plants, completeness } = index.getState()
    if (plants.size > mostVerified || !isWorthAnotherPass(completeness)) return
  }
}

async function readPass(signal: AbortSignal): Promise<void> {
  index.beginPass()
  for await (const page of walkPlants(signal, readPatiently)) {
    signal.throwIfAborted()
    index.addPage(page, serverNow())
    if (index.getState().plants.size >= mostPlants) return
  }
  index.endPass()
}

const followed = new WeakSet<QueryClient>()

/** Keeps the index up to date with every reading of a single plant, as after a change. */
function followPlants(queryClient: QueryClient): void {
  if (followed.has(queryClient)) return
  followed.add(queryClient)
  watchPlants(queryClient, { onRead: index.put, onGone: index.remove })
}

/**
 * Returns the fleet as far as it was read. The first component that asks starts a pass over the list, which goes on when
 * it is gone; a later one finds the plants there, and starts another pass when the latest is old.
 */
export function useFleet() {
  const queryClient = useQueryClient()
  const { error, isFetching } = useQuery(fleetQueries.pass(readFleet))
  const state = useSyncExternalStore(index.subscribe, index.getState)
  useEffect(() => followPlants(queryClient), [queryClient])
  return { ...state, error: isFetching ? null : error }
}
