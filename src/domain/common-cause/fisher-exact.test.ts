import { describe, expect, it } from 'vitest'
import { type Contingency, logFactorial, logFisher } from './fisher-exact'
import { fc } from '@/lib/test-properties'

const tables: fc.Arbitrary<Contingency> = fc.integer({ min: 1, max: 60 }).chain((compared) =>
  fc.record({
    compared: fc.constant(compared),
    withValue: fc.nat(compared),
    changed: fc.nat(compared),
    both: fc.nat(compared),
  }),
)

/** The definition, with exact whole numbers. */
function plainFisher({ compared, withValue, changed, both }: Contingency): number {
  let some = 0n
  for (let at = both; at <= Math.min(withValue, changed); at += 1) {
    some += choose(withValue, at) * choose(compared - withValue, changed - at)
  }
  const scale = 10n ** 40n
  return Number((some * scale) / choose(compared, changed)) / Number(scale)
}

function choose(all: number, some: number): bigint {
  if (some < 0 || some > all) return 0n
  let ways = 1n
  for (let at = 1; at <= some; at += 1) ways = (ways * BigInt(all - some + at)) / BigInt(at)
  return ways
}

describe('logFisher', () => {
  it('agrees with the definition in small tables', () => {
    fc.assert(
      fc.property(tables, (table) => {
        expect(Math.exp(logFisher(table))).toBeCloseTo(plainFisher(table), 11)
      }),
    )
  })

  it('has the value that textbooks give for the lady tasting tea', () => {
    const tea = { compared: 8, withValue: 4, changed: 4 }
    expect(Math.exp(logFisher({ ...tea, both: 4 }))).toBeCloseTo(1 / 70, 14)
    expect(Math.exp(logFisher({ ...tea, both: 3 }))).toBeCloseTo(17 / 70, 14)
  })

  it('keeps its precision in a fleet of 100,000 plants', () => {
    const large = { compared: 100_000, withValue: 6_000, changed: 43 }
    // Relative to the exact fraction, computed with whole numbers.
    for (const both of [3, 10, 25, 41]) {
      const exact = exactLog({ ...large, both })
      expect(Math.abs(logFisher({ ...large, both }) - exact)).toBeLessThan(1e-8)
    }
  })

  it('never grows with the number of plants that have both', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const more = logFisher({ ...table, both: table.both + 1 })
        expect(more).toBeLessThanOrEqual(logFisher(table) + 1e-12)
      }),
    )
  })

  it('stays a number where the chance is too small for one', () => {
    const chance = logFisher({ compared: 100_000, withValue: 500, changed: 500, both: 500 })
    expect(chance).toBeLessThan(-3_000)
    expect(Number.isFinite(chance)).toBe(true)
  })
})

/** The logarithm of the exact fraction, digit by digit. */
function exactLog({ compared, withValue, changed, both }: Contingency): number {
  let some = 0n
  for (let at = both; at <= Math.min(withValue, changed); at += 1) {
    some += choose(withValue, at) * choose(compared - withValue, changed - at)
  }
  return logOf(some) - logOf(choose(compared, changed))
}

function logOf(whole: bigint): number {
  const digits = whole.toString()
  return Math.log(Number(`0.${digits.slice(0, 17)}`)) + digits.length * Math.LN10
}

describe('logFactorial', () => {
  it('changes to the series without a step', () => {
    for (let number = 25; number < 40; number += 1) {
      const step = logFactorial(number) - logFactorial(number - 1)
      expect(step).toBeCloseTo(Math.log(number), 12)
    }
  })
})
