import type { PlantDay } from './plant-day'
import { type EnergyTotal, energyTotals } from '@/domain/energy/energy-balance'
import { countOf } from '@/lib/format-count'
import { entriesOf, fromNames } from '@/lib/keyed-record'

/** A total of the fleet. */
interface FleetTotal {
  /** In the unit of the plants' totals; null when no plant gave this total. */
  sum: number | null
  /** Number of plants that gave it. */
  plants: number
}

/** The fleet's energy of one UTC day, as far as it was read. */
export interface FleetDay {
  totals: Record<EnergyTotal, FleetTotal>
  /** Plants whose energy was read. */
  read: number
  /** Plants with at least one total that counts. */
  counted: number
  /** Plants left out of the sums, by reason; the sums have no other day and nothing that is not a measurement. */
  leftOut: Record<LeftOut, number>
}

type LeftOut = 'otherDay' | 'noValue' | Exclude<PlantDay['kind'], 'measured'>

/** Adds up the totals of the plants on a UTC day (YYYY-MM-DD). */
export function fleetDay(days: Iterable<PlantDay>, date: string): FleetDay {
  const totals = fromNames(energyTotals, (): FleetTotal => ({ sum: null, plants: 0 }))
  const leftOut = { otherDay: 0, noValue: 0, unreported: 0, contradictory: 0, unreadable: 0 }
  let [read, counted] = [0, 0]
  for (const day of days) {
    read += 1
    const why = whyLeftOut(day, date)
    if (why !== undefined) {
      leftOut[why] += 1
      continue
    }
    counted += 1
    for (const name of energyTotals) {
      const value = day[name]
      const total = totals[name]
      if (value === null) continue
      total.sum = (total.sum ?? 0) + value
      total.plants += 1
    }
  }
  return { totals, read, counted, leftOut }
}

/** Returns the reason why a plant's totals don't count on a UTC day; undefined when they do. */
export function whyLeftOut(day: PlantDay, date: string): LeftOut | undefined {
  if (day.kind === 'unreadable') return 'unreadable'
  if (day.date !== date) return 'otherDay'
  if (day.kind !== 'measured') return day.kind
  return energyTotals.every((name) => day[name] === null) ? 'noValue' : undefined
}

const reasons: Record<LeftOut, string> = {
  unreported: 'without a report today',
  noValue: 'without any value',
  otherDay: 'with totals of another day',
  contradictory: 'whose totals contradict each other',
  unreadable: 'with unreadable totals',
}

/** Describes which plants the sums leave out, and why; '' when they leave none out. */
export function leftOutText({ leftOut }: Pick<FleetDay, 'leftOut'>): string {
  const parts = entriesOf(reasons).flatMap(([why, words]) =>
    leftOut[why] > 0 ? [`${countOf(leftOut[why], 'plant')} ${words}`] : [],
  )
  if (parts.length === 0) return ''
  return `Not in the sums: ${new Intl.ListFormat('en-GB').format(parts)}.`
}
