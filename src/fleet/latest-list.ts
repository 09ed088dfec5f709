// The page and filter of the list that were open last, in memory, for links that lead back to it.
import type { ListPlantsQuery } from '@/api/plant-schemas'
import { onPersonChange } from '@/lib/person-change'

let latest: Partial<ListPlantsQuery> = {}
onPersonChange(() => {
  latest = {}
})

/** Remembers the page and filter of the list that is open. */
export function rememberList(filters: ListPlantsQuery): void {
  latest = filters
}

/** Returns the page and filter of the list that were open last, as search parameters of `/plants`. */
export function latestListSearch(): Partial<ListPlantsQuery> {
  return latest
}
