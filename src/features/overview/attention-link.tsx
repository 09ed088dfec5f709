import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { AttentionPlace } from '@/domain/attention/attention-items'
import { printFilter } from '@/domain/fleet/filter-text'
import { whyNoPage } from '@/domain/plant/plant-address'
import type { PlantPart } from '@/domain/problems/problem-rules'

const paths = {
  overview: '/plants/$plantId',
  alerts: '/plants/$plantId/alerts',
  energy: '/plants/$plantId/energy',
  security: '/plants/$plantId/security',
  commands: '/plants/$plantId/commands',
} as const satisfies Record<PlantPart, string>

interface AttentionLinkProps {
  to: AttentionPlace
  children: ReactNode
}

const look =
  'rounded-sm font-medium text-accent-text underline-offset-2 hover:underline max-md:py-2.5'

/** Leads to a plant, or to the list of those that an item is about. */
export function AttentionLink({ to, children }: AttentionLinkProps) {
  switch (to.page) {
    case 'plant':
      if (whyNoPage(to.plantId) !== undefined) return <span>{children}</span>
      return (
        <Link to={paths[to.part]} params={{ plantId: to.plantId }} className={look}>
          {children}
        </Link>
      )
    case 'plants':
      return (
        <Link to="/plants" search={{ q: printFilter(to.filter) }} className={look}>
          {children}
        </Link>
      )
    case 'certificates':
      return (
        <Link to="/certificates" className={look}>
          {children}
        </Link>
      )
  }
}
