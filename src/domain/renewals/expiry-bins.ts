// The expiries of the fleet in calendar weeks, and in months once weeks would be too many to read.
import { weekRooms } from './renewal-plan'
import { isExpired } from '@/domain/certificates/certificate-thresholds'
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
  /** Those that have expired already: of the present week, a part. */
  expired: number
}

/** A bin with the number of its renewals beyond the capacity. */
export interface LoadedBin extends ExpiryBin {
  over: number
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
    if (isExpired(endMs, nowMs)) bin.expired += 1
  }
  return bins.filter(({ kind, count }) => count > 0 || kind === 'week' || kind === 'month')
}

/** Returns true when two histograms show the same, as those from before and after a reading often do. */
export function areSameBins(one: readonly LoadedBin[], other: readonly LoadedBin[]): boolean {
  const members = ['fromMs', 'toMs', 'count', 'away', 'over'] as const
  return (
    one.length === other.length &&
    one.every((bin, at) => members.every((member) => bin[member] === other[at]?.[member]))
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
  const none = { count: 0, away: 0, expired: 0 }
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
 * Adds to each bin the renewals beyond a weekly capacity, as of `nowMs` (Unix ms); 0 without a capacity, for `earlier` and
 * `later`. Certificates that have expired count nowhere: their work can't be done in time any more. The present week has
 * the room that a plan gives to the rest of it.
 */
export function loadBins(
  bins: readonly ExpiryBin[],
  perWeek: number | undefined,
  nowMs: number,
  zone: TimeZone,
): LoadedBin[] {
  if (perWeek === undefined) return bins.map((bin) => ({ ...bin, over: 0 }))
  const restOfWeek = weekRooms(nowMs, zone, perWeek)(0).room
  const roomOf = ({ kind, fromMs, toMs }: ExpiryBin) => {
    if (kind === 'earlier' || kind === 'later') return Infinity
    if (kind === 'month') return perWeek * Math.max(1, (toMs - fromMs) / (7 * dayMs))
    return fromMs <= nowMs ? restOfWeek : perWeek
  }
  return bins.map((bin) => {
    const over = Math.ceil(bin.count - bin.expired - roomOf(bin))
    return { ...bin, over: Math.max(0, over) }
  })
}
