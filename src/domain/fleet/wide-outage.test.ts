import { describe, expect, it } from 'vitest'
import { currentOutage, isWideOutage } from './wide-outage'
import { fc } from '@/lib/test-properties'

describe('isWideOutage', () => {
  it.each([
    [true, 100, 90],
    [false, 100, 89],
    [true, 10, 9],
    [false, 10, 8],
    [true, 5, 5],
    [false, 6, 5],
    [false, 4, 4],
    [false, 1, 1],
    [false, 0, 0],
  ])('is %s for a fleet with %i connected plants that loses %i', (expected, connected, stopped) => {
    expect(isWideOutage({ connected, stopped })).toBe(expected)
  })

  const counts = fc
    .nat(200)
    .chain((connected) =>
      fc.record({ connected: fc.constant(connected), stopped: fc.nat(connected) }),
    )

  it('finds every loss of all plants except in the smallest fleets, and none while half are left', () => {
    fc.assert(
      fc.property(counts, ({ connected, stopped }) => {
        expect(isWideOutage({ connected, stopped: connected })).toBe(connected >= 5)
        if (stopped <= connected / 2) expect(isWideOutage({ connected, stopped })).toBe(false)
      }),
    )
  })

  it('stays an outage when more plants stop', () => {
    fc.assert(
      fc.property(counts, ({ connected, stopped }) => {
        if (stopped === connected || !isWideOutage({ connected, stopped })) return
        expect(isWideOutage({ connected, stopped: stopped + 1 })).toBe(true)
      }),
    )
  })
})

it('reports a wide outage until half of its plants are connected again', () => {
  const wide = { connected: 100, stopped: 95 }
  const calm = { connected: 5, stopped: 0 }
  expect(currentOutage(undefined, wide, 5)).toBe(wide)
  expect(currentOutage(wide, calm, 5)).toBe(wide)
  expect(currentOutage(wide, calm, 49)).toBe(wide)
  expect(currentOutage(wide, calm, 50)).toBe(calm)
  expect(currentOutage(calm, undefined, 0)).toBeUndefined()
})
