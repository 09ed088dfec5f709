// The page and filter of the list that were open last, in memory, for links that lead back to it.
import { useEffect } from 'react'
import type { PlantsSearch } from './plants-search'
import { onPersonChange } from '@/lib/person-change'

let latest: Partial<PlantsSearch> = {}
onPersonChange(() => {
  latest = {}
})

/** Remembers the page and filter of the list that is open. */
export function useLatestList({ page, limit, authMethod }: PlantsSearch): void {
  useEffect(() => {
    latest = { page, limit, authMethod }
  }, [page, limit, authMethod])
}

/** Returns the page and filter of the list that were open last, as search parameters of `/plants`. */
export function latestListSearch(): Partial<PlantsSearch> {
  return latest
}
