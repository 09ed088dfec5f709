// The latest filter and page of the list, in memory, for links back to it.
import type { ListPlantsQuery } from '@/api/plant-schemas'
import { onPersonChange } from '@/lib/person-change'

/** Search parameters of `/plants` to return to. */
export interface ListAddress extends Partial<ListPlantsQuery> {
  /** Filter and order of the fleet's list. */
  q?: unknown
  sort?: unknown
}

let latest: ListAddress = {}
onPersonChange(() => {
  latest = {}
})

/** Remembers the filter and page of the list that is open. */
export function rememberList(address: ListAddress): void {
  latest = address
}

/** Returns the latest filter and page of the list, as search parameters of `/plants`. */
export function latestListSearch(): ListAddress {
  return latest
}
