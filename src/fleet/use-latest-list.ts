import { useEffect } from 'react'
import { type ListAddress, rememberList } from './latest-list'

/** Remembers the filter and page of the list that is open. */
export function useLatestList({ page, limit, authMethod, q, sort }: ListAddress): void {
  useEffect(
    () => rememberList({ page, limit, authMethod, q, sort }),
    [page, limit, authMethod, q, sort],
  )
}
