import type { ReactNode } from 'react'
import { EnergyChart } from './energy-chart'
import type { EnergyDay } from './energy-tiles'
import { type EnergyFlow, energyFlows, whyNoFlow } from '@/domain/energy/energy-balance'
import { amountWithUnit, seriesLabels } from '@/plant-ui/energy-words'
import { Panel } from '@/ui/panel'

export function EnergyPictures({ energy, balance, unit, isUnreported }: EnergyDay) {
  const { produced, imported, exported } = energy
  const flows = energyFlows(energy, balance)
  return (
    <div className="grid gap-4 md:grid-cols-2 print:grid-cols-1">
      <Panel title="Amounts" className="break-inside-avoid">
        <div className="px-4 py-3">
          <EnergyChart heightClass="h-70">
            {({ DayBars }) => (
              <DayBars amounts={{ produced, imported, exported, used: balance.used }} unit={unit} />
            )}
          </EnergyChart>
        </div>
      </Panel>
      <Panel title="Energy flow" className="break-inside-avoid">
        <div className="px-4 py-3">
          <Flows flows={flows} unit={unit} isUnreported={isUnreported}>
            {whyNoFlow(energy)}
          </Flows>
        </div>
      </Panel>
    </div>
  )
}

interface FlowsProps {
  flows: EnergyFlow[] | undefined
  unit: string
  isUnreported: boolean
  children: ReactNode
}

function Flows({ flows, unit, isUnreported, children }: FlowsProps) {
  if (!flows) return <p className="text-muted">{children}</p>
  if (flows.length === 0) {
    return (
      <p className="text-muted">
        {isUnreported
          ? 'The plant has reported nothing on this UTC day.'
          : 'No energy has flowed yet on this UTC day.'}
      </p>
    )
  }
  return (
    <>
      <EnergyChart heightClass="h-55">
        {({ DaySankey }) => <DaySankey flows={flows} unit={unit} />}
      </EnergyChart>
      <ul aria-label="Flows" className="mt-2 flex flex-col gap-1 text-sm text-muted tabular-nums">
        {flows.map(({ from, to, amount }) => (
          <li key={from + to} className="flex justify-between gap-4">
            <span>
              {seriesLabels[from]} → {seriesLabels[to].toLowerCase()}
            </span>
            <span className="text-ink">{amountWithUnit(amount, unit)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
