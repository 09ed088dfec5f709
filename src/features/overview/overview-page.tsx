import { AttentionPanel } from './attention-panel'
import { ChangesPanel } from './changes-panel'
import { FleetAlertsPanel } from './fleet-alerts-panel'
import { FleetEnergyPanel } from './fleet-energy-panel'
import { FleetFigures } from './fleet-figures'
import type { OnOverviewSearch, OverviewSearch } from './overview-search'
import type { UnreadLinesProps } from './unread-lines'
import { type Overview, useOverview } from './use-overview'
import { WallDisplay } from './wall-display'
import type { AwaitedPlant } from '@/domain/attention/attention-survey'
import { FleetFailureNotice } from '@/plant-ui/fleet-notices'
import { Breadcrumb } from '@/ui/breadcrumb'
import { useMedia, wideQuery } from '@/ui/use-media'

interface OverviewPageProps extends UnreadLinesProps {
  search: OverviewSearch
  onSearchChange: OnOverviewSearch
  /** Plants of which this browser waits for something. */
  awaited: readonly AwaitedPlant[]
}

/** The start page: the attention queue, changes, and the fleet in numbers. */
export function OverviewPage(props: OverviewPageProps) {
  const { search, onSearchChange, awaited, ...unread } = props
  const overview = useOverview(search.since, awaited)
  const { fleet } = overview
  const isBlank = hasNothingToJudge(overview)
  const isWide = useMedia(wideQuery)
  const isBesideQueue = isWide && search.display !== 'wall'
  const figures = (
    <div key="figures" className="lg:col-span-2 xl:row-start-3">
      <FleetFigures fleet={fleet} />
    </div>
  )
  const alerts = (
    <div
      key="alerts"
      className="xl:col-start-2 xl:row-start-2 with-wall:xl:col-start-1 with-wall:xl:row-start-4"
    >
      <FleetAlertsPanel />
    </div>
  )
  return (
    <div className="flex flex-col gap-3 px-4 py-3">
      <title>Overview · Plantdeck</title>
      <Breadcrumb current="Overview" />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h1 className="text-xl font-semibold">Overview</h1>
        <WallDisplay display={search.display} onChange={(display) => onSearchChange({ display })} />
      </div>
      {isBlank ? null : (
        <div role="status" className="empty:hidden">
          <FleetFailureNotice fleet={fleet} />
        </div>
      )}
      {/*
        On a wide screen, the alerts are beside the queue: both are long when much is wrong. The queue of a wall display is
        short, and no one scrolls to the figures there.
      */}
      <div className="grid items-start gap-3 *:min-w-0 lg:grid-cols-2 xl:grid-cols-[3fr_2fr] xl:grid-rows-[auto_1fr]">
        {isBlank ? null : (
          <>
            <div className="lg:col-span-2 xl:col-span-1 xl:row-span-2">
              <AttentionPanel overview={overview} {...unread} />
            </div>
            <div className="lg:col-span-2 xl:col-span-1">
              <ChangesPanel overview={overview} onSearchChange={onSearchChange} />
            </div>
          </>
        )}
        {/* With the alerts beside the queue, Tab reaches them before the figures, which are below both. */}
        {isBesideQueue && !isBlank ? [alerts, figures] : [figures, isBlank ? null : alerts]}
        {isBlank ? null : (
          <div className="xl:col-span-2 with-wall:xl:col-span-1 with-wall:xl:row-start-4">
            <FleetEnergyPanel />
          </div>
        )}
      </div>
    </div>
  )
}

/** The figures' own message says why, and what to do about it. */
function hasNothingToJudge({ fleet }: Overview): boolean {
  const { plants, total, error, isOverLimit } = fleet
  return isOverLimit || (plants === 0 && (total !== undefined || error !== null))
}
