import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

/** Whether something on screen is older than it should be, because reading it again has failed. */
export function useFailingReads(): boolean {
  const cache = useQueryClient().getQueryCache()
  return useSyncExternalStore(
    (onChange) => cache.subscribe(onChange),
    () => cache.findAll({ type: 'active' }).some(({ state }) => state.status === 'error'),
  )
}
