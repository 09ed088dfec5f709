import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

/** Returns true when data on screen is outdated because refreshing it failed. */
export function useFailingReads(): boolean {
  const cache = useQueryClient().getQueryCache()
  return useSyncExternalStore(
    (onChange) => cache.subscribe(onChange),
    () => cache.findAll({ type: 'active' }).some(({ state }) => state.status === 'error'),
  )
}
