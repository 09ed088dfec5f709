import { useMemo } from 'react'
import { DetailsFrame } from './details-frame'
import { PeerYields } from './peer-yields'
import { useDeployment } from '@/api/session/session-context'
import { type EnergyTotal, energyTotals } from '@/domain/energy/energy-balance'
import { utcDayOf } from '@/domain/energy/energy-day'
import { type FleetDay, fleetDay, leftOutText } from '@/domain/fleet-energy/fleet-day'
import { peerYield } from '@/domain/fleet-energy/peer-yield'
import { ofPlants } from '@/domain/fleet/detail-coverage'
import { useFleetDetails } from '@/fleet/use-fleet-details'
import { EnergyTile } from '@/plant-ui/energy-tile'
import { formatShortAmount, hasLongNumber, seriesLabels } from '@/plant-ui/energy-words'
import { UtcDay } from '@/plant-ui/utc-day'
import { Panel } from '@/ui/panel'
import { useMinute } from '@/ui/use-minute'

const needed = ['site', 'energy'] as const

const reported: Record<EnergyTotal, string> = {
  produced: 'production',
  imported: 'imports',
  exported: 'exports',
}

/** Today’s energy over the plants that were read. The API has it for each plant only. */
export function FleetEnergyPanel() {
  const details = useFleetDetails(needed)
  const { sites, energy } = details
  const { coverage } = energy
  const date = utcDayOf(useMinute())
  const day = useMemo(
    () =>
      fleetDay(
        Array.from(energy.figures.all(), ([, { figures }]) => figures),
        date,
      ),
    // oxlint-disable-next-line react/exhaustive-deps -- the figures change in place, and the version with them
    [energy.figures, energy.version, date],
  )
  const yields = useMemo(
    () =>
      peerYield(
        Array.from(energy.figures.all(), ([plantId, { figures, readAtMs }]) => ({
          plantId,
          day: figures,
          peakKwp: sites.figures.of(plantId)?.figures.peakKwp ?? null,
          readAtMs,
        })),
        date,
      ),
    // oxlint-disable-next-line react/exhaustive-deps -- the figures change in place, and the versions with them
    [energy.figures, energy.version, sites.figures, sites.version, date],
  )
  return (
    <Panel title="Today’s energy">
      <DetailsFrame
        details={details}
        coverage={coverage}
        noun="Energy"
        known={day.counted}
        oldestReadAtMs={energy.figures.oldestReadAtMs}
      >
        <div className="@container">
          <div className="grid items-start gap-x-8 gap-y-3 *:min-w-0 @4xl:grid-cols-2">
            <div className="flex flex-col gap-3">
              <UtcDay date={date} isToday />
              <Totals day={day} total={coverage.total} />
              <p className="text-sm text-muted tabular-nums empty:hidden">{leftOutText(day)}</p>
            </div>
            <PeerYields yields={yields} />
          </div>
        </div>
      </DetailsFrame>
    </Panel>
  )
}

function Totals({ day, total }: { day: FleetDay; total: number | null }) {
  const { energyUnit: unit } = useDeployment().config
  const amountOf = (name: EnergyTotal) => {
    const { sum } = day.totals[name]
    return sum === null ? undefined : formatShortAmount(sum)
  }
  const isCompact = hasLongNumber(energyTotals.map(amountOf))
  return (
    <dl className="grid grid-cols-2 gap-3 md:grid-cols-6 lg:grid-cols-3">
      {energyTotals.map((name) => {
        const { sum, plants } = day.totals[name]
        return (
          <EnergyTile
            key={name}
            label={seriesLabels[name]}
            series={name}
            value={amountOf(name)}
            isCompact={isCompact}
            unit={unit}
            absent="No value"
            hint={
              sum === null
                ? `None of the plants read reports ${reported[name]}. That isn’t 0.`
                : `${ofPlants(plants, total)} ${plants === 1 ? 'reports' : 'report'} ${reported[name]}`
            }
          />
        )
      })}
    </dl>
  )
}
