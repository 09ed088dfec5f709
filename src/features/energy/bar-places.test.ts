import { describe, expect, it } from 'vitest'
import { barsOf } from './bar-places'

describe('bars', () => {
  it('start at 0 and are as long as their share of the longest', () => {
    const { zeroPct, bars } = barsOf([40, 10, null, 20])
    expect(zeroPct).toBe(0)
    expect(bars).toEqual([
      { fromPct: 0, lengthPct: 100 },
      { fromPct: 0, lengthPct: 25 },
      undefined,
      { fromPct: 0, lengthPct: 50 },
    ])
  })

  it('extend to the other side of 0 for negative amounts', () => {
    const { zeroPct, bars } = barsOf([30, -10])
    expect(zeroPct).toBe(25)
    expect(bars).toEqual([
      { fromPct: 25, lengthPct: 75 },
      { fromPct: 0, lengthPct: 25 },
    ])
  })

  it('are slivers for 0, so that only unknown amounts have no bar', () => {
    expect(barsOf([0, null, 0]).bars.map((bar) => bar !== undefined)).toEqual([true, false, true])
  })

  it.each([
    [[1e308, 1e308, 0, Infinity]],
    [[1e308, -1e308, null, null]],
    [[Number.MAX_VALUE, -Number.MAX_VALUE]],
    [[5e-324, -5e-324, 0]],
    [[5e-324, 1e308]],
    [[null, null]],
    [[]],
  ])('of %j fit the available width', (amounts) => {
    const { zeroPct, bars } = barsOf(amounts)
    expect(zeroPct).toBeGreaterThanOrEqual(0)
    expect(zeroPct).toBeLessThanOrEqual(100)
    for (const bar of bars.filter((each) => each !== undefined)) {
      expect(bar.fromPct).toBeGreaterThanOrEqual(0)
      expect(bar.lengthPct).toBeGreaterThan(0)
      expect(bar.fromPct + bar.lengthPct).toBeLessThanOrEqual(101)
    }
  })
})
