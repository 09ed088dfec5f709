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

/** A place as the attention queue or a common cause names it. */
type Place = Exclude<AttentionPlace, { page: 'certificates' }> | CertificatesPlace

interface CertificatesPlace {
  page: 'certificates'
  /** Calendar days between which certificates expire; `to` is exclusive. */
  from?: string
  to?: string
}

interface PlaceLinkProps {
  to: Place
  children: ReactNode
}

const look =
  'min-w-0 max-w-full rounded-sm font-medium text-accent-text underline-offset-2 hover:underline max-md:py-2.5'

/** Leads to a tab of a plant, to the list with a filter, or to the certificates, of some days or all. */
export function PlaceLink({ to, children }: PlaceLinkProps) {
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
    case 'runs':
      if (to.runId === undefined) {
        return (
          <Link to="/commands" className={look}>
            {children}
          </Link>
        )
      }
      return (
        <Link to="/commands/runs/$runId" params={{ runId: to.runId }} className={look}>
          {children}
        </Link>
      )
    case 'certificates':
      return (
        <Link to="/certificates" search={{ from: to.from, to: to.to }} className={look}>
          {children}
        </Link>
      )
  }
}
