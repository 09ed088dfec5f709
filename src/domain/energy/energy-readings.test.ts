import { describe, expect, it } from 'vitest'
import {
  dottedMoments,
  type EnergyReading,
  curveGaps,
  energyCurve,
  energyFalls,
  gapAfterMs,
  maxCurvePoints,
  energyReadingOf,
  storedReadings,
} from './energy-readings'

const quarter = 15_000
const reading = (atMs: number, produced: number | null = 1, everyMs: number | null = quarter) => ({
  atMs,
  everyMs,
  produced,
  imported: 0,
  exported: null,
})
const steady = (count: number, fromMs = 0): EnergyReading[] =>
  Array.from({ length: count }, (_, index) => reading(fromMs + index * quarter, index))
const isGap = ({ produced, imported, exported }: Omit<EnergyReading, 'everyMs'>) =>
  produced === null && imported === null && exported === null

describe('a gap', () => {
  it.each([
    [15_000, 120_000],
    [60_000, 150_000],
    [300_000, 750_000],
    [null, 120_000],
  ])('starts, when read every %s ms, after %d ms', (everyMs, afterMs) => {
    expect(gapAfterMs(everyMs)).toBe(afterMs)
    const pause = (ms: number) => curveGaps([reading(0, 1, everyMs), reading(ms, 2, everyMs)])
    expect(pause(afterMs)).toEqual([])
    expect(pause(afterMs + 1)).toEqual([{ fromMs: 0, toMs: afterMs + 1 }])
  })

  it('is measured by the interval used when it started', () => {
    expect(curveGaps([reading(0, 1, 300_000), reading(300_000, 2, 15_000)])).toEqual([])
    expect(curveGaps([reading(0, 1, 15_000), reading(300_000, 2, 300_000)])).toHaveLength(1)
  })

  it('is a point without values between recorded ones', () => {
    const points = energyCurve([reading(0, 1), reading(quarter, 2), reading(600_000, 9)])
    expect(points.map(({ atMs, produced }) => [atMs, produced])).toEqual([
      [0, 1],
      [quarter, 2],
      [307_500, null],
      [600_000, 9],
    ])
    expect(points.filter(isGap)).toHaveLength(1)
  })
})

describe('a falling total', () => {
  it('is detected, even across readings without a value', () => {
    const readings = [reading(0, 5), reading(1, null), reading(2, 3), reading(3, 4)]
    expect(energyFalls(readings)).toEqual([{ total: 'produced', atMs: 2, from: 5, to: 3 }])
    expect(energyCurve(readings).map(({ produced }) => produced)).toEqual([5, null, 3, 4])
  })
})

describe('a segment of a curve', () => {
  const point = (atMs: number, produced: number | null) => ({
    atMs,
    produced,
    imported: null,
    exported: null,
  })
  const points = [
    point(0, 1),
    point(10, null),
    point(20, 2),
    point(25, 3),
    point(30, null),
    point(40, 4),
    point(90, 5),
    point(95, null),
    point(100, 6),
  ]

  it('ends in a dot when it is too short for a line', () => {
    expect([...dottedMoments(points, 'produced', 20)]).toEqual([0, 25, 100])
  })

  it('has a dot at any scale when it is a single reading', () => {
    expect([...dottedMoments(points, 'produced', Number.MIN_VALUE)]).toEqual([0, 100])
  })

  it('has no dot when its values are unknown', () => {
    expect(dottedMoments(points, 'imported', 20).size).toBe(0)
  })
})

describe('a long recording', () => {
  it('is unchanged while a chart can draw it', () => {
    expect(energyCurve(steady(maxCurvePoints))).toHaveLength(maxCurvePoints)
    expect(energyCurve([])).toEqual([])
  })

  it('is thinned, but keeps its first and last reading and both sides of gaps and falls', () => {
    const readings = [...steady(2_880), ...steady(2_000, 50_000_000)]
    readings[1_001] = reading(1_001 * quarter, 3)
    const points = energyCurve(readings)
    expect(points.length).toBeLessThanOrEqual(maxCurvePoints)
    expect(points.length).toBeGreaterThan(maxCurvePoints / 2)
    const times = points.map(({ atMs }) => atMs)
    for (const kept of [0, 1_000, 1_001, 2_879]) expect(times).toContain(kept * quarter)
    expect(times).toContain(50_000_000)
    expect(times.at(-1)).toBe(50_000_000 + 1_999 * quarter)
    expect(points.filter(isGap)).toHaveLength(1)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  })

  it('stays within its limit when it consists only of gaps, and joins none of them', () => {
    const readings = Array.from({ length: 720 }, (_, index) => reading(index * 121_000, index))
    const points = energyCurve(readings)
    expect(points.length).toBeLessThanOrEqual(maxCurvePoints)
    points.forEach((point, index) => expect(isGap(point)).toBe(index % 2 === 1))
    expect(points.at(-1)?.atMs).toBe(719 * 121_000)
  })
})

it('keeps the values of a response, and null for missing ones', () => {
  expect(energyReadingOf({ produced: 0, imported: null }, 7, null)).toEqual({
    atMs: 7,
    everyMs: null,
    produced: 0,
    imported: null,
    exported: null,
  })
})

describe('storedReadings', () => {
  it('leaves out readings that are damaged or come from another version', () => {
    const whole = reading(0)
    const { exported: _, ...older } = reading(quarter)
    expect(storedReadings([whole, older, { ...whole, atMs: '0' }, null, 'x'])).toEqual([whole])
  })
})
