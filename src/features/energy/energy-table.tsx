import type { EnergyDay } from './energy-tiles'
import type { EnergyToday } from '@/api/energy'
import type { PlantDetail } from '@/api/plant-schemas'
import { energyTotals } from '@/domain/energy/energy-balance'
import type { EnergyReading } from '@/domain/energy/energy-readings'
import { codePart } from '@/lib/code-part'
import { formatPct } from '@/lib/format-pct'
import { isUnreadable } from '@/lib/unreadable'
import { amountWithUnit, seriesLabels, shareText } from '@/plant-ui/energy-words'
import { ExportButtons } from '@/ui/export-buttons'
import { TBody, THead, Table, Td, Th, Tr } from '@/ui/table'

const exportPart = codePart(() => import('./energy-export'))

interface EnergyTableProps extends EnergyDay {
  plant: PlantDetail
  readAtMs: number
  readings: readonly EnergyReading[]
}

export function EnergyTable(props: EnergyTableProps) {
  const { energy, balance, unit } = props
  const apiPct = energy.selfConsumptionPct
  const textOrUnreadable = (name: keyof EnergyToday, text: string) =>
    isUnreadable(energy, name) ? 'unreadable' : text
  const rows = [
    ...energyTotals.map((total) => [
      seriesLabels[total],
      textOrUnreadable(total, amountWithUnit(energy[total], unit)),
    ]),
    ['Used here from production', amountWithUnit(balance.usedOfProduced, unit)],
    ['Used here in total', amountWithUnit(balance.used, unit)],
    ['Self-consumption', shareText(balance.selfConsumption)],
    [
      'Self-consumption by the API',
      textOrUnreadable(
        'selfConsumptionPct',
        typeof apiPct === 'number' ? formatPct(apiPct) : 'no value',
      ),
    ],
    ['Self-sufficiency', shareText(balance.selfSufficiency)],
  ]

  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-semibold">The day in numbers</h2>
        <ExportButtons table={async () => (await exportPart.load()).energyExport(props)} />
      </div>
      <Table label="The day in numbers">
        <THead>
          <Tr>
            <Th>What</Th>
            <Th isNumeric>Value</Th>
          </Tr>
        </THead>
        <TBody>
          {rows.map(([what, value]) => (
            <Tr key={what}>
              <Td className="whitespace-normal">{what}</Td>
              <Td isNumeric>{value}</Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </div>
  )
}
