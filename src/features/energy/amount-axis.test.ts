import { describe, expect, it } from 'vitest'
import { amountAxis } from './amount-axis'
import { fc } from '@/lib/test-properties'

const labelsOf = (...amounts: (number | null)[]) => {
  const { ticks, label } = amountAxis(amounts)
  return ticks.map(label)
}

describe('an axis of amounts', () => {
  it.each([
    [
      [40, 10, null],
      ['0', '10', '20', '30', '40'],
    ],
    [
      [0, 0],
      ['0.0', '0.5', '1.0'],
    ],
    [[], ['0.0', '0.5', '1.0']],
    [[0.3], ['0.0', '0.1', '0.2', '0.3']],
    [[0.001], ['0.0000', '0.0005', '0.0010']],
    [
      [-5, 7],
      ['-5', '0', '5', '10'],
    ],
    [[-3], ['-3', '-2', '-1', '0']],
    [[1_300_000], ['0', '500,000', '1,000,000', '1,500,000']],
    [[999_999_999], ['0', '500,000,000', '1,000,000,000']],
    [[1e9], ['0', '5E8', '1E9']],
    [[2.5e-9], ['0', '1E-9', '2E-9', '3E-9']],
    [[1e308], ['0', '5E307', '1E308']],
    [
      [-1e308, 1e308],
      ['-1E308', '-5E307', '0', '5E307', '1E308'],
    ],
    [[5e-324], ['0', '2E-324', '4E-324', '6E-324']],
  ])('of %j has the ticks %j', (amounts, labels) => {
    expect(labelsOf(...amounts)).toEqual(labels)
  })

  const amount = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -2e9, max: 2e9 }),
    fc.constantFrom(1e308, -1e308, Number.MAX_VALUE, 5e-324, -5e-324, 0, 1_300_000),
  )

  it('contains every amount at a position that can be drawn', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 5 }), (amounts) => {
        const { domain, ticks, label, place } = amountAxis(amounts)
        const [low, high] = domain
        expect(Number.isFinite(high - low) && high > low).toBe(true)
        expect(ticks.length).toBeGreaterThanOrEqual(2)
        expect(ticks.length).toBeLessThanOrEqual(7)
        expect(ticks).toContain(0)
        expect(new Set(ticks.map(label)).size).toBe(ticks.length)
        for (const text of ticks.map(label)) expect(text).toMatch(/^-?[\d,.]+(E-?\d+)?$/)
        for (const each of amounts) {
          const at = place(each) ?? NaN
          expect(at).toBeGreaterThanOrEqual(low - 1e-9 * (high - low))
          expect(at).toBeLessThanOrEqual(high + 1e-9 * (high - low))
        }
      }),
    )
  })

  it('keeps an unknown amount unknown', () => {
    expect(amountAxis([1, null]).place(null)).toBeNull()
  })
})
