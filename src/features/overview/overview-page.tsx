import { AttentionPanel } from './attention-panel'
import { ChangesPanel } from './changes-panel'
import { OverviewNotices } from './overview-notices'
import type { OnOverviewSearch, OverviewSearch } from './overview-search'
import { useOverview } from './use-overview'
import type { AwaitedPlant } from '@/domain/attention/attention-survey'
import { FleetReachLine } from '@/plant-ui/fleet-reach-line'
import { Breadcrumb } from '@/ui/breadcrumb'

interface OverviewPageProps {
  search: OverviewSearch
  onSearchChange: OnOverviewSearch
  /** What this browser waits for. */
  awaited: readonly AwaitedPlant[]
}

/** What needs attention, most urgent first, and what has changed. */
export function OverviewPage({ search, onSearchChange, awaited }: OverviewPageProps) {
  const overview = useOverview(search.since, awaited)
  return (
    <div className="flex flex-col gap-3 px-4 py-3">
      <title>Overview · Plantdeck</title>
      <Breadcrumb current="Overview" />
      <h1 className="text-xl font-semibold">Overview</h1>
      <OverviewNotices overview={overview} />
      <div className="grid items-start gap-3 xl:grid-cols-[3fr_2fr]">
        <AttentionPanel overview={overview} />
        <ChangesPanel overview={overview} onSearchChange={onSearchChange} />
      </div>
      <FleetReachLine fleet={overview.fleet} />
    </div>
  )
}
