import type { EnergyToday } from '@/api/energy'
import type { PlantDetail } from '@/api/plant-schemas'
import {
  type EnergyBalance,
  type EnergyTotals,
  type Share,
  energyTotals,
} from '@/domain/energy/energy-balance'
import type { EnergyReading } from '@/domain/energy/energy-readings'
import { plantLabel } from '@/domain/plant/plant-name'
import { fileNamePart } from '@/lib/file-name'
import {
  type ExportTable,
  type TableCell,
  type TableColumn,
  memberCell,
} from '@/lib/table-export/export-table'

interface EnergyExport {
  plant: Pick<PlantDetail, 'id' | 'name' | 'serialNumber'>
  energy: EnergyToday
  balance: EnergyBalance
  unit: string
  readAtMs: number
  readings: readonly EnergyReading[]
  /** The totals are not measurements: the plant was not seen on this day. */
  isUnreported: boolean
}

const columns: readonly TableColumn[] = [
  { heading: 'Plant', kind: 'text' },
  { heading: 'Serial number', kind: 'text' },
  { heading: 'UTC day', kind: 'text' },
  { heading: 'Row', kind: 'text' },
  { heading: 'Read at', kind: 'time' },
  { heading: 'Unit', kind: 'text' },
  { heading: 'Produced', kind: 'number' },
  { heading: 'Imported', kind: 'number' },
  { heading: 'Exported', kind: 'number' },
  { heading: 'Self-consumption %', kind: 'number' },
  { heading: 'Self-consumption % by the API', kind: 'number' },
  { heading: 'Self-sufficiency %', kind: 'number' },
]

/** Returns the day's totals in the first row, then every reading recorded by this browser, oldest first. */
export function energyExport(props: EnergyExport): ExportTable {
  const { plant, energy, balance, unit, readAtMs, readings, isUnreported } = props
  const row = (kind: string, atMs: number, totals: EnergyTotals, ...shares: TableCell[]) => [
    plant.name,
    plant.serialNumber,
    energy.date,
    kind,
    atMs,
    unit,
    ...energyTotals.map((total) => memberCell(totals, total)),
    ...shares,
  ]
  const { selfConsumption, selfSufficiency } = balance
  const shares = [
    pctOf(selfConsumption),
    memberCell(energy, 'selfConsumptionPct'),
    pctOf(selfSufficiency),
  ]
  const rows = [
    row(isUnreported ? 'total, not measured' : 'total', readAtMs, energy, ...shares),
    ...readings.map((reading) => row('reading', reading.atMs, reading, null, null, null)),
  ]
  return {
    fileName: `energy-${fileNamePart(plantLabel(plant))}-${fileNamePart(energy.date)}`,
    title: 'Energy',
    columns,
    // Each row states its plant, day, unit and time.
    about: [],
    rows,
    rowCount: rows.length,
  }
}

/** Rounded to four decimals: further digits are artefacts of floating-point arithmetic. */
function pctOf(share: Share): TableCell {
  return share.kind === 'known' ? Number(share.pct.toFixed(4)) : null
}
