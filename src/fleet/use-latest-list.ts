import { useEffect } from 'react'
import { rememberList } from './latest-list'
import type { ListPlantsQuery } from '@/api/plant-schemas'

/** Remembers the page and filter of the list that is open. */
export function useLatestList({ page, limit, authMethod }: ListPlantsQuery): void {
  useEffect(() => rememberList({ page, limit, authMethod }), [page, limit, authMethod])
}
