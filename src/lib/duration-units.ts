import { countOf } from './format-count'
import { dayMs, hourMs, minuteMs, secondMs } from './instants'

const monthMs = 30.4375 * dayMs
const yearMs = 365.25 * dayMs

interface DurationUnit {
  name: string
  symbol: string
  ms: number
  fromMs: number
}

/** The longest first, each used from `fromMs` on: a remaining time must not appear to grow. */
export const durationUnits: readonly DurationUnit[] = [
  { name: 'year', symbol: 'y', ms: yearMs, fromMs: 2 * yearMs },
  { name: 'month', symbol: 'mo', ms: monthMs, fromMs: 3 * monthMs },
  { name: 'day', symbol: 'd', ms: dayMs, fromMs: 2 * dayMs },
  { name: 'hour', symbol: 'h', ms: hourMs, fromMs: hourMs },
  { name: 'minute', symbol: 'min', ms: minuteMs, fromMs: minuteMs },
  { name: 'second', symbol: 's', ms: secondMs, fromMs: 0 },
]

/** Returns a number of units in words: "1 day", "3 days". */
export function countUnits(count: number, { name }: DurationUnit): string {
  return countOf(count, name)
}

/** The units up to days: months and years have no exact number of days. */
export const exactUnits = durationUnits.filter(({ ms }) => ms <= dayMs)

/** Returns a duration in its largest unit without a remainder, up to days: "2 days", "90 minutes". */
export function durationWords(durationMs: number): string {
  const unit = exactUnits.find(({ ms }) => durationMs >= ms && durationMs % ms === 0)
  return unit ? countUnits(durationMs / unit.ms, unit) : `${durationMs / secondMs} seconds`
}
