import { describe, expect, it } from 'vitest'
import { expiryDayColumn } from './expiry-days'
import { dayMs } from '@/lib/instants'
import { fc } from '@/lib/test-properties'
import { utc } from '@/lib/time-zone'
import { dayText } from '@/lib/zoned-days'

const nowMs = Date.parse('2026-11-28T12:00:00Z')
const prague = { isUtc: false, name: 'Europe/Prague' }

function daysOf(ends: readonly number[], zone = utc): string[] {
  const { values, codes } = expiryDayColumn(ends, ends.length, { nowMs, zone })
  return Array.from(codes, (code) => values[code] ?? '?')
}

describe('expiryDayColumn', () => {
  it('has no day for what isn’t a time, or is years away', () => {
    const far = [Number.NaN, -Infinity, nowMs - 800 * dayMs, nowMs + 1_200 * dayMs]
    expect(daysOf(far)).toEqual(['', '', '', ''])
  })

  it('separates days at midnight of the zone', () => {
    const midnight = Date.parse('2026-12-01T00:00:00Z')
    expect(daysOf([midnight - 1, midnight])).toEqual(['2026-11-30', '2026-12-01'])
    expect(daysOf([midnight - 1, midnight], prague)).toEqual(['2026-12-01', '2026-12-01'])
  })

  it('agrees with the calendar, also when clocks change', () => {
    const ends = fc.array(
      fc.integer({ min: -700, max: 1_000 }).map((days) => nowMs + days * dayMs + 11 * 3_600_000),
      { minLength: 1, maxLength: 20 },
    )
    fc.assert(
      fc.property(ends, (some) => {
        expect(daysOf(some, prague)).toEqual(some.map((endMs) => dayText(endMs, prague)))
      }),
    )
  })
})
