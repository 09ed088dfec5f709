import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useEffect } from 'react'
import type { PlantsSearch } from './plants-search'
import { onPersonChange } from '@/lib/person-change'

let latest: Partial<PlantsSearch> = {}
onPersonChange(() => {
  latest = {}
})

/** Remembers which page and filter of the list are open, for links that lead back to it. */
export function useLatestList({ page, limit, authMethod }: PlantsSearch): void {
  useEffect(() => {
    latest = { page, limit, authMethod }
  }, [page, limit, authMethod])
}

/** Returns the page and filter of the list that were open last, as search parameters of `/plants`. */
export function latestListSearch(): Partial<PlantsSearch> {
  return latest
}

interface PlantsLinkProps {
  className?: string
  children: ReactNode
}

/** Link to the list of plants, at the page and filter that were open last. */
export function PlantsLink({ className, children }: PlantsLinkProps) {
  return (
    <Link to="/plants" search={latest} activeOptions={{ exact: true }} className={className}>
      {children}
    </Link>
  )
}
