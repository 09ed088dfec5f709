import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { latestListSearch } from '@/fleet/latest-list'

interface PlantsLinkProps {
  className?: string
  children: ReactNode
}

/** Link to the list of plants, at the page and filter that were open last. */
export function PlantsLink({ className, children }: PlantsLinkProps) {
  return (
    <Link
      to="/plants"
      search={latestListSearch()}
      activeOptions={{ exact: true }}
      className={className}
    >
      {children}
    </Link>
  )
}
