import { type Query, hashKey, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { isPlantGone } from '@/api/plant-gone'
import { organizationsKey, plantKeys } from '@/api/query-keys'

const shellReadings = [plantKeys.certificateStats, organizationsKey].map(hashKey)

/** Returns true when data on screen is outdated because refreshing it failed. */
export function useFailingReads(): boolean {
  const cache = useQueryClient().getQueryCache()
  return useSyncExternalStore(
    (onChange) => cache.subscribe(onChange),
    () => cache.findAll({ type: 'active', predicate: isFailing }).length > 0,
  )
}

/** The shell itself reads on every page: as long as it has nothing to show, nothing on screen is outdated. */
function isFailing({ queryHash, state }: Query): boolean {
  // That a plant is gone is the latest news of it.
  if (state.status !== 'error' || isPlantGone(state.error)) return false
  return state.data !== undefined || !shellReadings.includes(queryHash)
}
