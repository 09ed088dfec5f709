import { type EnergyTotal, type EnergyTotals, energyTotals } from './energy-balance'
import { minuteMs } from '@/lib/instants'

/** The day's totals as they stood at one moment. */
export interface EnergyReading extends Record<EnergyTotal, number | null> {
  /** When this browser read them, epoch milliseconds. */
  atMs: number
  /** After how long the next reading was to follow, milliseconds; null when read by hand only. */
  everyMs: number | null
}

/** A point of the day's curve; one without any value is a gap in all lines. */
export interface CurvePoint extends Record<EnergyTotal, number | null> {
  atMs: number
}

/** A time in which nothing was recorded, though something may have happened. */
export interface CurveGap {
  fromMs: number
  toMs: number
}

/** A total that was lower than before: within a day that means a restart or a correction. */
export interface EnergyFall {
  total: EnergyTotal
  atMs: number
  from: number
  to: number
}

/** What a chart is given at most, gaps counted. */
export const mostCurvePoints = 1_000

/** Ours: one late or failed reading is no gap, nor is half a minute of looking elsewhere. */
const shortestGapMs = 2 * minuteMs
const gapInIntervals = 2.5

/** How long nothing may be heard before it counts as a gap, in milliseconds. */
export function gapAfterMs(everyMs: number | null): number {
  return Math.max(gapInIntervals * (everyMs ?? 0), shortestGapMs)
}

/** The pauses between readings (oldest first) that were longer than the interval of their time explains. */
export function curveGaps(readings: readonly EnergyReading[]): CurveGap[] {
  return readings.flatMap(({ atMs }, index) => {
    const before = readings[index - 1]
    return before && atMs - before.atMs > gapAfterMs(before.everyMs)
      ? [{ fromMs: before.atMs, toMs: atMs }]
      : []
  })
}

/** Where a total fell from one known value to the next. */
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

/**
 * The curve of one day's readings, oldest first: a point without values stands in each gap, and long
 * recordings are thinned to what a chart draws fast. The ends of what hangs together, and both sides of
 * a fall, are the last to go.
 */
export function energyCurve(
  readings: readonly EnergyReading[],
  most: number = mostCurvePoints,
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

/**
 * Moments at which a curve needs a dot: of each stretch of known values that lasts less than `shortestMs`, and would
 * be a speck or nothing at all as a line, its last one.
 */
export function dottedMoments(
  points: readonly CurvePoint[],
  total: EnergyTotal,
  shortestMs: number,
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
    if (isLast && atMs - startMs < shortestMs) dotted.add(atMs)
  })
  return dotted
}

/** What is kept of an answer; a total that was not told stays unknown. */
export function readingOf(
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

/** What was left out between two kept readings may hide a gap, so the gaps of all readings are looked through. */
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
