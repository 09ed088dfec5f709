import { use } from 'react'
import { ListLine } from './list-line'
import { PlantTabLink } from './plant-tab-link'
import { ShowAllList } from './show-all-list'
import { usePlantNames } from './use-plant-names'
import { useDeployment } from '@/api/session/session-context'
import { type PeerYield, lowFrom, minPeers } from '@/domain/fleet-energy/peer-yield'
import { countOf } from '@/lib/format-count'
import { formatPct } from '@/lib/format-pct'
import { formatAmount } from '@/plant-ui/energy-words'
import { formatZonedTimeOfDay } from '@/ui/time-of-day'
import { TimeZoneContext } from '@/ui/time-zone-context'
import { TitledSection } from '@/ui/titled-section'

/** The plants that produced least for their size today, and what they are compared with. */
export function PeerYields({ yields }: { yields: PeerYield }) {
  const { energyUnit } = useDeployment().config
  const zone = use(TimeZoneContext)
  const plantOf = usePlantNames()
  const { peers, median, low, fromMs, toMs } = yields
  const unit = `${energyUnit} per kWp`
  const [from, to] = [fromMs, toMs].map((ms) =>
    ms === undefined ? '' : formatZonedTimeOfDay(ms, zone),
  )
  const readAt = from === to ? `at ${to}` : `between ${from} and ${to}`
  return (
    <TitledSection title="Furthest below their peers">
      <p className="text-sm text-muted tabular-nums">
        {median === undefined
          ? whyNotCompared(peers)
          : `${countOf(peers, 'plant')} with a peak power and production today, read ${readAt}: half of them produced ${formatAmount(median)} ${unit} or more (the median). ${low.length === 0 ? `None is ${formatPct(lowFrom * 100)} or more below it.` : ''}`}
      </p>
      <ShowAllList noun="plants below" items={low} keyOf={({ plantId }) => plantId}>
        {({ plantId, perKwp, below }) => (
          <ListLine
            name={<PlantTabLink plant={plantOf(plantId)} tab="energy" />}
            figures={`${formatPct(below * 100)} below, ${formatAmount(perKwp)} ${unit}`}
          />
        )}
      </ShowAllList>
    </TitledSection>
  )
}

function whyNotCompared(peers: number): string {
  if (peers >= minPeers) {
    return `Nothing to compare yet: half of the ${countOf(peers, 'plant')} with a peak power have produced nothing today.`
  }
  return `A comparison needs ${minPeers} plants with a peak power and production today, read within 15 minutes. So far, there ${peers === 1 ? 'is' : 'are'} ${peers}.`
}
