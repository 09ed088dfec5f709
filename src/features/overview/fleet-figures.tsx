import { Link } from '@tanstack/react-router'
import { Factory } from 'lucide-react'
import { ContactPanel } from './contact-panel'
import { ExpiriesPanel } from './expiries-panel'
import { FiguresSkeleton } from './figures-skeleton'
import { ShareTile } from './share-tile'
import { useDeployment } from '@/api/session/session-context'
import { isStillReading } from '@/domain/fleet/completeness'
import type { FacetName } from '@/domain/fleet/fleet-filter'
import type { useFleet } from '@/fleet/use-fleet'
import { useWholeFleet } from '@/fleet/use-fleet-view'
import { countOf } from '@/lib/format-count'
import { OutageNotice } from '@/plant-ui/fleet-notices'
import { FleetReachLine } from '@/plant-ui/fleet-reach-line'
import { NoPlantsYet } from '@/plant-ui/no-plants-yet'
import { QueryErrorPanel } from '@/plant-ui/query-error-panel'
import { useWhyForbidden } from '@/plant-ui/use-why-forbidden'
import { buttonClass } from '@/ui/button-class'
import { EmptyState } from '@/ui/empty-state'

interface FleetBodyProps {
  fleet: ReturnType<typeof useFleet>
}

/** The fleet in numbers: tiles that lead to the list, and charts, with what they rest on. */
export function FleetFigures({ fleet }: FleetBodyProps) {
  return (
    <section aria-label="The fleet in numbers" className="flex flex-col gap-3">
      <FleetBody fleet={fleet} />
    </section>
  )
}

function FleetBody({ fleet }: FleetBodyProps) {
  const { plants, total, completeness, error, isReading, refresh } = fleet
  const createRefusal = useWhyForbidden()('createPlant')
  if (fleet.isOverLimit) return <TooLarge total={total} />
  if (plants > 0) return <Figures fleet={fleet} />
  if (error) {
    return (
      <QueryErrorPanel
        error={error}
        title="Couldn’t load the plants"
        onRetry={refresh}
        isRetrying={isReading}
      />
    )
  }
  const isUnread = isStillReading(completeness)
  if (total === undefined || (isUnread && total !== 0)) return <FiguresSkeleton />
  if (total !== 0) {
    return (
      <>
        <EmptyState icon={Factory} title="The list of plants has none that can be read">
          So there is nothing to count.
        </EmptyState>
        <FleetReachLine fleet={fleet} />
      </>
    )
  }
  return <NoPlantsYet createRefusal={createRefusal} hasLink />
}

/** The index holds the first page of such a fleet alone, and its counts would be taken for those of the fleet. */
function TooLarge({ total }: { total: number | null | undefined }) {
  const { fleetLimit } = useDeployment().config
  const size =
    typeof total === 'number' ? `The fleet has ${countOf(total, 'plant')}` : 'It is larger'
  return (
    <EmptyState
      icon={Factory}
      title="No figures: the fleet is too large to be counted here"
      action={
        <Link to="/plants" className={buttonClass()}>
          Show plants
        </Link>
      }
    >
      {size}. Figures need the index of all plants, which here has room for{' '}
      {countOf(fleetLimit, 'plant')}. Your administrator can raise this limit.
    </EmptyState>
  )
}

const tiles: readonly FacetName[] = ['status', 'lifecycle', 'auth']

function Figures({ fleet }: FleetBodyProps) {
  const { facets } = useWholeFleet()
  const countsOf = (name: FacetName) => facets.find(({ facet }) => facet === name)?.values ?? []
  return (
    <>
      {/* Above the figures: below the charts, it is out of sight while they count only a part. */}
      <FleetReachLine fleet={fleet} />
      <div className="grid gap-3 lg:grid-cols-3">
        {tiles.map((facet) => (
          <ShareTile key={facet} facet={facet} counts={countsOf(facet)}>
            {facet === 'status' ? (
              <OutageNotice outage={fleet.outage}>
                <p>These states are what the platform reports. The plants may be running.</p>
              </OutageNotice>
            ) : null}
          </ShareTile>
        ))}
      </div>
      <div className="grid gap-3 lg:grid-cols-2">
        <ExpiriesPanel fleet={fleet} />
        <ContactPanel counts={countsOf('seen')} />
      </div>
    </>
  )
}
