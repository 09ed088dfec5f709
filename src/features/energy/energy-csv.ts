import type { EnergyToday } from '@/api/energy'
import type { PlantDetail } from '@/api/plant-schemas'
import {
  type EnergyBalance,
  type EnergyTotal,
  type EnergyTotals,
  type Share,
  energyTotals,
} from '@/domain/energy/energy-balance'
import type { EnergyReading } from '@/domain/energy/energy-readings'
import { plantLabel } from '@/domain/plant/plant-name'
import { type CsvCell, toCsv } from '@/lib/csv'
import { fileNamePart } from '@/lib/file-name'
import { memberOf, unreadableMember } from '@/lib/unreadable'

export interface EnergyExport {
  plant: Pick<PlantDetail, 'id' | 'name' | 'serialNumber'>
  energy: EnergyToday
  balance: EnergyBalance
  unit: string
  readAtMs: number
  readings: readonly EnergyReading[]
  /** The totals are not measurements: the plant was not seen on this day. */
  isUnreported: boolean
}

const header = [
  'Plant',
  'Serial number',
  'UTC day',
  'Row',
  'Read at (UTC)',
  'Unit',
  'Produced',
  'Imported',
  'Exported',
  'Self-consumption %',
  'Self-consumption % by the API',
  'Self-sufficiency %',
]

/** Returns the day's totals as CSV in the first row, then every reading recorded by this browser, oldest first. */
export function energyCsv(props: EnergyExport): { name: string; content: string } {
  const { plant, energy, balance, unit, readAtMs, readings, isUnreported } = props
  const row = (kind: string, atMs: number, totals: EnergyTotals, ...shares: CsvCell[]) => [
    plant.name,
    plant.serialNumber,
    energy.date,
    kind,
    new Date(atMs).toISOString(),
    unit,
    ...energyTotals.map((total) => cellOf(totals, total)),
    ...shares,
  ]
  const { selfConsumption, selfSufficiency } = balance
  const shares = [
    pctOf(selfConsumption),
    cellOf(energy, 'selfConsumptionPct'),
    pctOf(selfSufficiency),
  ]
  const content = toCsv([
    header,
    row(isUnreported ? 'total, not measured' : 'total', readAtMs, energy, ...shares),
    ...readings.map((reading) => row('reading', reading.atMs, reading, null, null, null)),
  ])
  const name = `energy-${fileNamePart(plantLabel(plant))}-${fileNamePart(energy.date)}.csv`
  return { name, content }
}

type Told = EnergyTotals & Pick<EnergyToday, 'selfConsumptionPct' | 'unreadable'>

/** An empty cell means that there was no value. */
function cellOf(read: Told, name: EnergyTotal | 'selfConsumptionPct'): CsvCell {
  const cell = memberOf(read, name)
  return cell === unreadableMember ? 'unreadable' : cell
}

/** Rounded to four decimals: further digits are artefacts of floating-point arithmetic. */
function pctOf(share: Share): CsvCell {
  return share.kind === 'known' ? Number(share.pct.toFixed(4)) : null
}
