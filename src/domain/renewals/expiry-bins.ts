// The expiries of the fleet in calendar weeks, and in months once weeks would be too many to read.
import { dayMs } from '@/lib/instants'
import type { TimeZone } from '@/lib/time-zone'
import { addDays, startOfMonth, startOfWeek } from '@/lib/zoned-days'

/** A certificate in the histogram; times in Unix ms. */
export interface Expiry {
  endMs: number
  /** True when the plant can't be reached now. */
  isAway: boolean
}

/** A span of time with the number of certificates that expire in it. */
export interface ExpiryBin {
  /** `earlier` and `later` collect the rest. */
  kind: 'earlier' | 'week' | 'month' | 'later'
  /** Unix ms; -Infinity for `earlier`. */
  fromMs: number
  /** Exclusive; Infinity for `later`. */
  toMs: number
  count: number
  /** Those of plants that can't be reached now. */
  away: number
}

const [pastWeeks, weeksAhead, monthsAhead] = [4, 26, 36]

/**
 * Counts expiries from four weeks before `nowMs` (Unix ms) to the last one: by week for half a year, then by month for
 * three years. Empty spans are kept, so that gaps are visible; `earlier` and `later` exist only when needed.
 */
export function expiryBins(
  expiries: readonly Expiry[],
  nowMs: number,
  zone: TimeZone,
): ExpiryBin[] {
  const lastMs = expiries.reduce((last, { endMs }) => Math.max(last, endMs), nowMs)
  const bins = emptyBins(nowMs, lastMs, zone)
  for (const { endMs, isAway } of expiries) {
    const bin = bins[binAt(bins, endMs)]
    if (!bin) continue
    bin.count += 1
    if (isAway) bin.away += 1
  }
  return bins.filter(({ kind, count }) => count > 0 || kind === 'week' || kind === 'month')
}

/** Returns true when two histograms show the same, as those from before and after a reading often do. */
export function areSameBins(one: readonly ExpiryBin[], other: readonly ExpiryBin[]): boolean {
  return (
    one.length === other.length &&
    one.every((bin, at) => {
      const { fromMs, toMs, count, away } = other[at] ?? {}
      return bin.fromMs === fromMs && bin.toMs === toMs && bin.count === count && bin.away === away
    })
  )
}

function emptyBins(nowMs: number, lastMs: number, zone: TimeZone): ExpiryBin[] {
  const thisWeek = startOfWeek(nowMs, zone)
  const bounds: { kind: 'week' | 'month'; fromMs: number }[] = []
  for (let week = -pastWeeks; week < weeksAhead; week += 1) {
    const fromMs = addDays(thisWeek, zone, 7 * week)
    if (fromMs > lastMs) return withRest(bounds, fromMs)
    bounds.push({ kind: 'week', fromMs })
  }
  const weeksEnd = addDays(thisWeek, zone, 7 * weeksAhead)
  for (let month = 0; month < monthsAhead; month += 1) {
    // The first month begins where the weeks end.
    const fromMs = month === 0 ? weeksEnd : startOfMonth(weeksEnd, zone, month)
    if (fromMs > lastMs) return withRest(bounds, fromMs)
    bounds.push({ kind: 'month', fromMs })
  }
  return withRest(bounds, startOfMonth(weeksEnd, zone, monthsAhead))
}

function withRest(
  bounds: readonly { kind: 'week' | 'month'; fromMs: number }[],
  endMs: number,
): ExpiryBin[] {
  const none = { count: 0, away: 0 }
  const bins = bounds.map(({ kind, fromMs }, at) => {
    return { kind, fromMs, toMs: bounds[at + 1]?.fromMs ?? endMs, ...none }
  })
  return [
    { kind: 'earlier', fromMs: -Infinity, toMs: bins[0]?.fromMs ?? endMs, ...none },
    ...bins,
    { kind: 'later', fromMs: endMs, toMs: Infinity, ...none },
  ]
}

/** Bins touch each other and cover all time. */
function binAt(bins: readonly ExpiryBin[], atMs: number): number {
  let [low, high] = [0, bins.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((bins[middle]?.fromMs ?? Infinity) <= atMs) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * Returns the renewals of a bin beyond a weekly capacity, as of `nowMs` (Unix ms); 0 for `earlier` and `later`, and for a
 * week that is over, whose work can't be spread any more.
 */
export function overCapacity(
  { kind, count, fromMs, toMs }: ExpiryBin,
  perWeek: number,
  nowMs: number,
): number {
  if (kind === 'earlier' || kind === 'later' || toMs <= nowMs) return 0
  const weeks = kind === 'week' ? 1 : Math.max(1, (toMs - fromMs) / (7 * dayMs))
  return Math.max(0, Math.ceil(count - perWeek * weeks))
}
