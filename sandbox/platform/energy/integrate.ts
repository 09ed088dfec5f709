// Converts power to energy, one meter at a time. Power is linear between two samples, so the area is exact; the line is
// split where it crosses zero and at 00:00 UTC.
import { dayMs, hourMs, minuteMs } from '@/lib/instants'

/** Power at one moment, kW. */
export interface PowerSample {
  /** Unix time, ms. */
  readonly atMs: number
  readonly kw: number
}

/** Energy above and below zero, kWh; neither is ever negative. */
export interface Area {
  readonly aboveKwh: number
  readonly belowKwh: number
}

/** Energy by UTC day, and the sample from which to continue. */
export interface Integration {
  readonly days: ReadonlyMap<string, Area>
  readonly last: PowerSample | null
}

/** Longest interval (ms) between two samples; a longer one is a gap and counts no energy. */
export const maxIntervalMs = 15 * minuteMs

export const noArea: Area = { aboveKwh: 0, belowKwh: 0 }

/**
 * Integrates samples, starting from the last counted one (null if there is none). Ignores samples that are not newer
 * than the one before them, such as late or repeated samples.
 */
export function integrate(last: PowerSample | null, samples: Iterable<PowerSample>): Integration {
  const days = new Map<string, Area>()
  let from = last
  for (const to of samples) {
    if (from && to.atMs <= from.atMs) continue
    if (from && to.atMs - from.atMs <= maxIntervalMs) {
      for (const [start, end] of cutAtMidnight(from, to)) {
        const date = utcDay(start.atMs)
        days.set(date, sum(days.get(date) ?? noArea, areaBetween(start, end)))
      }
    }
    from = to
  }
  return { days, last: from }
}

/** Returns the UTC day of a moment (Unix ms), YYYY-MM-DD. */
export function utcDay(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10)
}

function areaBetween(start: PowerSample, end: PowerSample): Area {
  const hours = (end.atMs - start.atMs) / hourMs
  const [a, b] = [start.kw, end.kw]
  // Share of the time before power crosses zero; 1 if it doesn't.
  const share = a * b < 0 ? a / (a - b) : 1
  const before = share === 1 ? ((a + b) / 2) * hours : (a / 2) * share * hours
  const after = share === 1 ? 0 : (b / 2) * (1 - share) * hours
  return {
    aboveKwh: Math.max(0, before) + Math.max(0, after),
    belowKwh: Math.max(0, -before) + Math.max(0, -after),
  }
}

function cutAtMidnight(from: PowerSample, to: PowerSample): [PowerSample, PowerSample][] {
  const midnightMs = (Math.floor(from.atMs / dayMs) + 1) * dayMs
  if (to.atMs <= midnightMs) return [[from, to]]
  const share = (midnightMs - from.atMs) / (to.atMs - from.atMs)
  const midnight = { atMs: midnightMs, kw: from.kw + share * (to.kw - from.kw) }
  return [
    [from, midnight],
    [midnight, to],
  ]
}

function sum(one: Area, other: Area): Area {
  return {
    aboveKwh: one.aboveKwh + other.aboveKwh,
    belowKwh: one.belowKwh + other.belowKwh,
  }
}
