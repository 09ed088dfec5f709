import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Integration,
  type PowerSample,
  integrate,
  longestIntervalMs,
  noEnergy,
} from './integrate'

const noon = Date.UTC(2026, 5, 21, 12)
const midnight = Date.UTC(2026, 5, 22)
const minuteMs = 60_000

function at(atMs: number, productionKw: number, gridKw: number): PowerSample {
  return { atMs, productionKw, gridKw }
}

function energyOf({ days }: Integration, date = '2026-06-21') {
  return days.get(date) ?? noEnergy
}

describe('between two samples', () => {
  test('power that rises steadily counts with its mean', () => {
    const counted = integrate(null, [at(noon, 10, 2), at(noon + 6 * minuteMs, 20, 3)])
    expect(energyOf(counted)).toEqual({ producedKwh: 1.5, importedKwh: 0.25, exportedKwh: 0 })
  })

  test('import and export are parted where the grid power is zero', () => {
    // 3 kW down to -1 kW in 12 minutes: 9 minutes of import, then 3 of export.
    const counted = integrate(null, [at(noon, 0, 3), at(noon + 12 * minuteMs, 0, -1)])
    expect(energyOf(counted).importedKwh).toBeCloseTo((3 / 2) * (9 / 60), 12)
    expect(energyOf(counted).exportedKwh).toBeCloseTo((1 / 2) * (3 / 60), 12)
    const back = integrate(null, [at(noon, 0, -1), at(noon + 12 * minuteMs, 0, 3)])
    expect(energyOf(back).importedKwh).toBeCloseTo(energyOf(counted).importedKwh, 12)
    expect(energyOf(back).exportedKwh).toBeCloseTo(energyOf(counted).exportedKwh, 12)
  })

  test('an interval over midnight counts into both days, each with its own part of the line', () => {
    const counted = integrate(null, [
      at(midnight - 3 * minuteMs, 8, 4),
      at(midnight + minuteMs, 4, -4),
    ])
    expect(energyOf(counted, '2026-06-21').producedKwh).toBeCloseTo((6.5 * 3) / 60, 12)
    expect(energyOf(counted, '2026-06-22').producedKwh).toBeCloseTo((4.5 * 1) / 60, 12)
    expect(energyOf(counted, '2026-06-21').importedKwh).toBeCloseTo((2 * 2) / 60, 12)
    expect(energyOf(counted, '2026-06-21').exportedKwh).toBeCloseTo((1 * 1) / 60, 12)
    expect(energyOf(counted, '2026-06-22')).toMatchObject({ importedKwh: 0 })
    expect(energyOf(counted, '2026-06-22').exportedKwh).toBeCloseTo((3 * 1) / 60, 12)
  })

  test('a sample at midnight itself belongs to both days and doubles nothing', () => {
    const samples = [-6, 0, 6].map((minute) => at(midnight + minute * minuteMs, 10, 0))
    const { days } = integrate(null, samples)
    expect([...days].map(([date, { producedKwh }]) => [date, producedKwh])).toEqual([
      ['2026-06-21', 1],
      ['2026-06-22', 1],
    ])
  })

  test('more than 15 minutes are a gap, after which counting goes on', () => {
    const wide = integrate(null, [at(noon, 4, 0), at(noon + longestIntervalMs, 4, 0)])
    expect(energyOf(wide).producedKwh).toBe(1)
    const gapEnd = noon + longestIntervalMs + 1
    const counted = integrate(null, [
      at(noon, 4, 0),
      at(gapEnd, 4, 0),
      at(gapEnd + 6 * minuteMs, 4, 0),
    ])
    expect(energyOf(counted).producedKwh).toBeCloseTo(0.4, 12)
  })
})

test('late and repeated samples count nothing and are not gone on from', () => {
  const [first, second] = [at(noon, 10, 0), at(noon + 6 * minuteMs, 10, 0)]
  const once = integrate(null, [first, second])
  const late = at(noon + 3 * minuteMs, 900, 900)
  const again = integrate(null, [
    first,
    second,
    first,
    second,
    late,
    { ...second, productionKw: 900 },
  ])
  expect(again).toEqual(once)
  expect(integrate(second, [first, late, second])).toEqual({ days: new Map(), last: second })
})

const power = fc.double({ min: -500, max: 500, noNaN: true })
const steps = fc.array(
  fc.record({ ms: fc.integer({ min: 2, max: longestIntervalMs }), production: power, grid: power }),
  { minLength: 2, maxLength: 40 },
)
const walks = fc
  .record({ startMs: fc.integer({ min: midnight - 3 * 3_600_000, max: midnight }), steps })
  .map(({ startMs, steps: walk }) => {
    let atMs = startMs
    return walk.map(({ ms, production, grid }) => {
      atMs += ms
      return at(atMs, Math.abs(production), grid)
    })
  })

function expectSame(one: Integration, other: Integration): void {
  for (const date of ['2026-06-21', '2026-06-22']) {
    for (const total of ['producedKwh', 'importedKwh', 'exportedKwh'] as const) {
      expect(energyOf(one, date)[total]).toBeCloseTo(energyOf(other, date)[total], 8)
    }
  }
}

test('cutting any interval anywhere changes nothing', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(walks, fc.nat(), share, (walk, pick, where) => {
      const index = pick % (walk.length - 1)
      const [from, to] = [walk[index], walk[index + 1]]
      if (!from || !to) return
      const atMs =
        from.atMs +
        Math.min(to.atMs - from.atMs - 1, Math.max(1, Math.floor(where * (to.atMs - from.atMs))))
      const part = (atMs - from.atMs) / (to.atMs - from.atMs)
      const middle = at(
        atMs,
        from.productionKw + part * (to.productionKw - from.productionKw),
        from.gridKw + part * (to.gridKw - from.gridKw),
      )
      expectSame(integrate(null, walk.toSpliced(index + 1, 0, middle)), integrate(null, walk))
    }),
  )
})

test('in two batches it is what it is in one, and never negative', () => {
  fc.assert(
    fc.property(walks, fc.nat(), (walk, pick) => {
      const cut = pick % walk.length
      const first = integrate(null, walk.slice(0, cut))
      const second = integrate(first.last, walk.slice(cut))
      const whole = integrate(null, walk)
      expect(second.last ?? first.last).toEqual(whole.last)
      for (const { producedKwh, importedKwh, exportedKwh } of whole.days.values()) {
        expect(Math.min(producedKwh, importedKwh, exportedKwh)).toBeGreaterThanOrEqual(0)
      }
      const total = [...whole.days.values()].reduce((sum, day) => sum + day.producedKwh, 0)
      const parts = [...first.days.values(), ...second.days.values()]
      expect(parts.reduce((sum, day) => sum + day.producedKwh, 0)).toBeCloseTo(total, 8)
    }),
  )
})
