import { dayMs, hourMs, minuteMs, secondMs } from './instants'

const monthMs = 30.4375 * dayMs
const yearMs = 365.25 * dayMs

/** A unit of durations. */
interface DurationUnit {
  name: string
  symbol: string
  ms: number
  /** The shortest duration that is precise enough in this unit, ms. */
  fromMs: number
}

/**
 * Units of durations, the longest first. 59 days are not "1 month"; the limits are multiples of the unit, so that a
 * remaining time never appears to grow.
 */
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
  return `${count} ${name}${count === 1 ? '' : 's'}`
}
