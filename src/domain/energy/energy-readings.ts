import * as z from 'zod/mini'
import { type EnergyTotal, type EnergyTotals, energyTotals } from './energy-balance'
import { minuteMs } from '@/lib/instants'

const measured = z.nullable(z.number())
const readingSchema = z.object({
  atMs: z.number(),
  /** Interval to the next planned reading, milliseconds; null for manual refresh only. */
  everyMs: z.nullable(z.number()),
  produced: measured,
  imported: measured,
  exported: measured,
})
/** One reading of the day's totals, Unix ms. */
export type EnergyReading = z.infer<typeof readingSchema>

/** Returns the stored readings that can be read; the others are gaps. */
export function storedReadings(stored: readonly unknown[]): EnergyReading[] {
  return stored.flatMap((one) => z.safeParse(readingSchema, one).data ?? [])
}

/** A point of the day's curve; without any value, it is a gap in all lines. */
export interface CurvePoint extends Record<EnergyTotal, number | null> {
  atMs: number
}

/** A period in which nothing was recorded, although something may have happened. */
interface CurveGap {
  fromMs: number
  toMs: number
}

/** A total lower than before: within a day, that means a restart or a correction. */
interface EnergyFall {
  total: EnergyTotal
  atMs: number
  from: number
  to: number
}

/** More points than a chart has pixels show nothing more. */
export const maxCurvePoints = 1_000

/** Our own limit: neither one late or failed reading nor half a minute in another tab is a gap. */
const minGapMs = 2 * minuteMs
const gapInIntervals = 2.5

/** Returns the time without readings after which a gap starts, in milliseconds. */
export function gapAfterMs(everyMs: number | null): number {
  return Math.max(gapInIntervals * (everyMs ?? 0), minGapMs)
}

/** Returns the gaps: pauses between readings (oldest first) longer than the interval used at the time explains. */
export function curveGaps(readings: readonly EnergyReading[]): CurveGap[] {
  return readings.flatMap(({ atMs }, index) => {
    const before = readings[index - 1]
    return before && atMs - before.atMs > gapAfterMs(before.everyMs)
      ? [{ fromMs: before.atMs, toMs: atMs }]
      : []
  })
}

/** Finds the places where a total falls from one known value to the next. */
export function energyFalls(readings: readonly EnergyReading[]): EnergyFall[] {
  return energyTotals.flatMap((total) => {
    let last: number | null = null
    return readings.flatMap(({ atMs, [total]: value }) => {
      const from = last
      last = value ?? last
      return value !== null && from !== null && value < from
        ? [{ total, atMs, from, to: value }]
        : []
    })
  })
}

/** Builds the curve of one day's readings, oldest first. Ends of segments and both sides of falls are thinned last. */
export function energyCurve(
  readings: readonly EnergyReading[],
  most: number = maxCurvePoints,
): CurvePoint[] {
  const gaps = curveGaps(readings)
  const precious = new Set([
    ...gaps.flatMap(({ fromMs, toMs }) => [fromMs, toMs]),
    ...fallSides(readings),
  ])
  const last = readings.length - 1
  const isKeeping = precious.size + gaps.length + 2 <= most
  for (let step = Math.max(1, Math.floor(readings.length / most)); ; step += 1) {
    const kept = readings.filter(
      ({ atMs }, index) =>
        index % step === 0 || index === last || (isKeeping && precious.has(atMs)),
    )
    const points = withGaps(kept, gaps)
    if (points.length <= most || kept.length <= 2) return points
  }
}

/** Returns the times that need a dot: ends of segments shorter than `minMs`, which would be a speck as a line. */
export function dottedMoments(
  points: readonly CurvePoint[],
  total: EnergyTotal,
  minMs: number,
): ReadonlySet<number> {
  const dotted = new Set<number>()
  let startMs: number | undefined
  points.forEach(({ atMs, [total]: value }, index) => {
    if (value === null) {
      startMs = undefined
      return
    }
    startMs ??= atMs
    const isLast = (points[index + 1]?.[total] ?? null) === null
    if (isLast && atMs - startMs < minMs) dotted.add(atMs)
  })
  return dotted
}

/** Converts a response to a reading; missing totals stay unknown. */
export function energyReadingOf(
  { produced = null, imported = null, exported = null }: EnergyTotals,
  atMs: number,
  everyMs: number | null,
): EnergyReading {
  return { atMs, everyMs, produced, imported, exported }
}

function fallSides(readings: readonly EnergyReading[]): number[] {
  const falls = new Set(energyFalls(readings).map(({ atMs }) => atMs))
  return readings.flatMap(({ atMs }, index) => {
    const isBefore = falls.has(readings[index + 1]?.atMs ?? Number.NaN)
    return isBefore || falls.has(atMs) ? [atMs] : []
  })
}

/** Readings omitted between two kept ones may hide a gap, so the gaps of all readings are used. */
function withGaps(kept: readonly EnergyReading[], gaps: readonly CurveGap[]): CurvePoint[] {
  let next = 0
  return kept.flatMap(({ everyMs: _, ...point }, index): CurvePoint[] => {
    const before = kept[index - 1]?.atMs ?? -Infinity
    while ((gaps[next]?.toMs ?? Infinity) <= before) next += 1
    const gap = gaps[next]
    const isAfterGap = gap !== undefined && gap.toMs <= point.atMs && index > 0
    if (!isAfterGap) return [point]
    const middle = {
      atMs: (before + point.atMs) / 2,
      produced: null,
      imported: null,
      exported: null,
    }
    return [middle, point]
  })
}
