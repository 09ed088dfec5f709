import { describe, expect, it } from 'vitest'
import { isExpired, maxDays, readThresholds, riskGrade } from './certificate-thresholds'
import { dayMs } from '@/lib/instants'
import { fc } from '@/lib/test-properties'

const nowMs = Date.UTC(2026, 10, 28, 12)
const limits = { urgentDays: 7, soonDays: 30 }

describe('riskGrade', () => {
  it.each([
    [-1, 'expired'],
    [0, 'expired'],
    [1, 'urgent'],
    [7 * dayMs, 'urgent'],
    [7 * dayMs + 1, 'soon'],
    [30 * dayMs, 'soon'],
    [30 * dayMs + 1, 'later'],
    [8e15 - nowMs, 'later'],
  ])('%i ms before expiry: %s', (leftMs, grade) => {
    expect(riskGrade(nowMs + leftMs, nowMs, limits)).toBe(grade)
    expect(isExpired(nowMs + leftMs, nowMs)).toBe(grade === 'expired')
  })
})

describe('readThresholds', () => {
  it.each([
    [undefined, undefined, 7, 30],
    [3, 14, 3, 14],
    [undefined, 5, 5, 5],
    [60, 30, 30, 30],
    [0, -4, 7, 30],
    [Number.NaN, Infinity, 7, 30],
    [1.9, 99_999, 1, maxDays],
  ])('reads %s and %s days as %i and %i', (urgent, soon, urgentDays, soonDays) => {
    expect(readThresholds(urgent, soon)).toEqual({ urgentDays, soonDays })
  })

  it('never makes the urgent threshold the longer one', () => {
    const days = fc.option(fc.double(), { nil: undefined })
    fc.assert(
      fc.property(days, days, (urgent, soon) => {
        const { urgentDays, soonDays } = readThresholds(urgent, soon)
        expect(urgentDays).toBeLessThanOrEqual(soonDays)
        expect(urgentDays).toBeGreaterThanOrEqual(1)
      }),
    )
  })
})
