import { type AttributeColumn, expiryDay } from './common-cause'
import { dayMs } from '@/lib/instants'
import type { TimeZone } from '@/lib/time-zone'
import { addDays, dayText } from '@/lib/zoned-days'

/** Certificates are valid for two years: days further away aren't expiries that explain anything. */
const [pastDays, daysAhead] = [730, 1_100]

/**
 * Returns the days of a zone on which certificates expire, as a column. `ends` are Unix ms as the index has them; those that
 * aren't finite, or more than two years past or three ahead, have no day.
 */
export function expiryDayColumn(
  ends: ArrayLike<number>,
  rows: number,
  { nowMs, zone }: { nowMs: number; zone: TimeZone },
): AttributeColumn {
  const startMs = addDays(nowMs, zone, -pastDays)
  const edges = dayEdges(startMs, zone)
  const codeOf = new Uint16Array(edges.length)
  const codes = new Uint16Array(rows)
  const days: number[] = []
  for (let row = 0; row < rows; row += 1) {
    const day = dayAt(edges, ends[row] ?? Number.NaN)
    if (day === undefined) continue
    if (codeOf[day] === 0) codeOf[day] = days.push(day)
    codes[row] = codeOf[day] ?? 0
  }
  const texts = days.map((day) => dayText(edges[day] ?? startMs, zone))
  return { attribute: expiryDay, values: ['', ...texts], codes }
}

/** No zone changes its clocks back within two weeks, so that a fortnight of usual length has usual days. */
const strideDays = 14

/** Days last 23 to 25 hours. Their starts are looked up once instead of for each plant, and few of them, which takes long. */
function dayEdges(startMs: number, zone: TimeZone): Float64Array {
  const edges = new Float64Array(pastDays + daysAhead)
  for (let from = 0; from < edges.length; from += strideDays) {
    const [fromMs, toMs] = [addDays(startMs, zone, from), addDays(startMs, zone, from + strideDays)]
    const isEven = toMs - fromMs === strideDays * dayMs
    for (let day = from; day < Math.min(from + strideDays, edges.length); day += 1) {
      edges[day] = isEven ? fromMs + (day - from) * dayMs : addDays(startMs, zone, day)
    }
  }
  return edges
}

function dayAt(edges: Float64Array, atMs: number): number | undefined {
  const [first = 0, last = 0] = [edges[0], edges.at(-1)]
  if (!(atMs >= first && atMs < last)) return undefined
  let day = Math.min(edges.length - 1, Math.floor((atMs - first) / dayMs))
  while (atMs < (edges[day] ?? 0)) day -= 1
  while (atMs >= (edges[day + 1] ?? Infinity)) day += 1
  return day
}
