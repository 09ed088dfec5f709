import { describe, expect, test } from 'vitest'
import { type Integration, type PowerSample, integrate, maxIntervalMs, noArea } from './integrate'
import { hourMs, minuteMs } from '@/lib/instants'
import { fc } from '@/lib/test-properties'

const noon = Date.UTC(2026, 5, 21, 12)
const midnight = Date.UTC(2026, 5, 22)

function at(atMs: number, kw: number): PowerSample {
  return { atMs, kw }
}

function areaOf({ days }: Integration, date = '2026-06-21') {
  return days.get(date) ?? noArea
}

describe('between two samples', () => {
  test('counts steadily rising power with its mean', () => {
    const counted = integrate(null, [at(noon, 10), at(noon + 6 * minuteMs, 20)])
    expect(areaOf(counted)).toEqual({ aboveKwh: 1.5, belowKwh: 0 })
  })

  test('separates energy above and below zero at the zero crossing', () => {
    // 3 kW falling to -1 kW in 12 minutes: 9 minutes above zero, then 3 below.
    const counted = integrate(null, [at(noon, 3), at(noon + 12 * minuteMs, -1)])
    expect(areaOf(counted).aboveKwh).toBeCloseTo((3 / 2) * (9 / 60), 12)
    expect(areaOf(counted).belowKwh).toBeCloseTo((1 / 2) * (3 / 60), 12)
    const back = integrate(null, [at(noon, -1), at(noon + 12 * minuteMs, 3)])
    expect(areaOf(back).aboveKwh).toBeCloseTo(areaOf(counted).aboveKwh, 12)
    expect(areaOf(back).belowKwh).toBeCloseTo(areaOf(counted).belowKwh, 12)
  })

  test('splits an interval over midnight between the two days', () => {
    const counted = integrate(null, [at(midnight - 3 * minuteMs, 4), at(midnight + minuteMs, -4)])
    expect(areaOf(counted, '2026-06-21').aboveKwh).toBeCloseTo((2 * 2) / 60, 12)
    expect(areaOf(counted, '2026-06-21').belowKwh).toBeCloseTo((1 * 1) / 60, 12)
    expect(areaOf(counted, '2026-06-22')).toMatchObject({ aboveKwh: 0 })
    expect(areaOf(counted, '2026-06-22').belowKwh).toBeCloseTo((3 * 1) / 60, 12)
  })

  test('counts a sample at midnight for both days without counting energy twice', () => {
    const samples = [-6, 0, 6].map((minute) => at(midnight + minute * minuteMs, 10))
    const { days } = integrate(null, samples)
    expect([...days].map(([date, { aboveKwh }]) => [date, aboveKwh])).toEqual([
      ['2026-06-21', 1],
      ['2026-06-22', 1],
    ])
  })

  test('treats more than 15 minutes as a gap and continues after it', () => {
    const wide = integrate(null, [at(noon, 4), at(noon + maxIntervalMs, 4)])
    expect(areaOf(wide).aboveKwh).toBe(1)
    const gapEnd = noon + maxIntervalMs + 1
    const counted = integrate(null, [at(noon, 4), at(gapEnd, 4), at(gapEnd + 6 * minuteMs, 4)])
    expect(areaOf(counted).aboveKwh).toBeCloseTo(0.4, 12)
  })
})

test('ignores late and repeated samples', () => {
  const [first, second] = [at(noon, 10), at(noon + 6 * minuteMs, 10)]
  const once = integrate(null, [first, second])
  const late = at(noon + 3 * minuteMs, 900)
  const again = integrate(null, [first, second, first, second, late, { ...second, kw: 900 }])
  expect(again).toEqual(once)
  expect(integrate(second, [first, late, second])).toEqual({ days: new Map(), last: second })
})

const power = fc.double({ min: -500, max: 500, noNaN: true })
const steps = fc.array(fc.record({ ms: fc.integer({ min: 2, max: maxIntervalMs }), kw: power }), {
  minLength: 2,
  maxLength: 40,
})
const walks = fc
  .record({ startMs: fc.integer({ min: midnight - 3 * hourMs, max: midnight }), steps })
  .map(({ startMs, steps: walk }) => {
    let atMs = startMs
    return walk.map(({ ms, kw }) => {
      atMs += ms
      return at(atMs, kw)
    })
  })

function expectSame(one: Integration, other: Integration): void {
  for (const date of ['2026-06-21', '2026-06-22']) {
    for (const total of ['aboveKwh', 'belowKwh'] as const) {
      expect(areaOf(one, date)[total]).toBeCloseTo(areaOf(other, date)[total], 8)
    }
  }
}

test('gives the same energy when an interval is split anywhere', () => {
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
      const middle = at(atMs, from.kw + part * (to.kw - from.kw))
      expectSame(integrate(null, walk.toSpliced(index + 1, 0, middle)), integrate(null, walk))
    }),
  )
})

test('gives the same energy in two batches as in one, and never a negative value', () => {
  fc.assert(
    fc.property(walks, fc.nat(), (walk, pick) => {
      const cut = pick % walk.length
      const first = integrate(null, walk.slice(0, cut))
      const second = integrate(first.last, walk.slice(cut))
      const whole = integrate(null, walk)
      expect(second.last ?? first.last).toEqual(whole.last)
      for (const { aboveKwh, belowKwh } of whole.days.values()) {
        expect(Math.min(aboveKwh, belowKwh)).toBeGreaterThanOrEqual(0)
      }
      const total = [...whole.days.values()].reduce((sum, day) => sum + day.aboveKwh, 0)
      const parts = [...first.days.values(), ...second.days.values()]
      expect(parts.reduce((sum, day) => sum + day.aboveKwh, 0)).toBeCloseTo(total, 8)
    }),
  )
})
