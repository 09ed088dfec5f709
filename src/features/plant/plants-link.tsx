import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { latestListSearch } from '@/fleet/latest-list'

interface PlantsLinkProps {
  className?: string
  children: ReactNode
}

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
