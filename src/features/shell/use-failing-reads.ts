import { type Query, hashKey, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { isPlantGone } from '@/api/plant-gone'
import { plantKeys } from '@/api/query-keys'

const menuReading = hashKey(plantKeys.certificateStats)

/** Returns true when data on screen is outdated because refreshing it failed. */
export function useFailingReads(): boolean {
  const cache = useQueryClient().getQueryCache()
  return useSyncExternalStore(
    (onChange) => cache.subscribe(onChange),
    () => cache.findAll({ type: 'active', predicate: isFailing }).length > 0,
  )
}

/** The menu reads figures on every page: as long as there are none, nothing on screen is outdated. */
function isFailing({ queryHash, state }: Query): boolean {
  // That a plant is gone is the latest news of it.
  if (state.status !== 'error' || isPlantGone(state.error)) return false
  return state.data !== undefined || queryHash !== menuReading
}
