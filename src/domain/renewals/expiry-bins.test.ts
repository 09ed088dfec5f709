import { describe, expect, it } from 'vitest'
import { type Expiry, areSameBins, expiryBins, overCapacity } from './expiry-bins'
import { dayMs } from '@/lib/instants'
import { fc } from '@/lib/test-properties'
import { utc } from '@/lib/time-zone'
import { addDays } from '@/lib/zoned-days'

/** A Saturday. */
const nowMs = Date.UTC(2026, 10, 28, 12)
const monday = Date.UTC(2026, 10, 23)
const prague = { isUtc: false, name: 'Europe/Prague' }
const after = (days: number, isAway = false): Expiry => ({ endMs: nowMs + days * dayMs, isAway })
const counts = (expiries: Expiry[]) =>
  expiryBins(expiries, nowMs, utc).map(({ kind, count }) => `${kind} ${count}`)

describe('areSameBins', () => {
  const bins = expiryBins([after(3), after(10)], nowMs, utc)

  it('is true after a reading that changes no figure', () => {
    expect(areSameBins(bins, expiryBins([after(10), after(3)], nowMs, utc))).toBe(true)
  })

  it.each([
    ['another week', [after(3), after(17)]],
    ['an end that is later', [after(3), after(10), after(24)]],
    ['one more', [after(3), after(3), after(10)]],
    ['a plant that went offline', [after(3, true), after(10)]],
  ])('is false after %s', (_change, expiries) => {
    expect(areSameBins(bins, expiryBins(expiries, nowMs, utc))).toBe(false)
  })
})

describe('expiryBins', () => {
  it('shows the last four weeks and this one when nothing expires', () => {
    const bins = expiryBins([], nowMs, utc)
    expect(bins.map(({ kind, count }) => [kind, count])).toEqual(
      Array.from({ length: 5 }, () => ['week', 0]),
    )
    expect(bins.at(-1)?.fromMs).toBe(monday)
  })

  it('ends with the week of the last expiry', () => {
    expect(counts([after(10)])).toEqual([...Array.from({ length: 6 }, () => 'week 0'), 'week 1'])
  })

  it('begins and ends weeks at midnight on Monday', () => {
    const atStart = { endMs: monday, isAway: false }
    const justBefore = { endMs: monday - 1, isAway: false }
    const found = expiryBins([atStart, justBefore], nowMs, utc)
    expect(found.map(({ count }) => count)).toEqual([0, 0, 0, 1, 1])
  })

  it('collects what expired earlier, and what expires after three and a half years', () => {
    const bins = expiryBins([after(-200), after(5 * 365)], nowMs, utc)
    expect(bins[0]).toMatchObject({ kind: 'earlier', count: 1 })
    expect(bins.at(-1)).toMatchObject({ kind: 'later', count: 1, toMs: Infinity })
    expect(bins.filter(({ kind }) => kind === 'week')).toHaveLength(30)
    expect(bins.filter(({ kind }) => kind === 'month')).toHaveLength(36)
  })

  it('counts the latest date that JavaScript has', () => {
    expect(counts([{ endMs: 8.64e15, isAway: false }]).at(-1)).toBe('later 1')
  })

  it('groups by calendar month beyond half a year', () => {
    const bins = expiryBins([after(730)], nowMs, utc).filter(({ kind }) => kind === 'month')
    expect(new Date(bins[0]?.fromMs ?? 0).toISOString()).toBe('2027-05-24T00:00:00.000Z')
    expect(new Date(bins[1]?.fromMs ?? 0).toISOString()).toBe('2027-06-01T00:00:00.000Z')
    expect(bins.at(-1)?.count).toBe(1)
  })

  it('counts plants that can’t be reached separately', () => {
    const bins = expiryBins([after(1, true), after(1, false)], nowMs, utc)
    expect(bins.at(-1)).toMatchObject({ count: 2, away: 1 })
  })

  it('counts every certificate once, in the bin of its time, in any zone', () => {
    const days = fc.array(fc.double({ min: -400, max: 2_000, noNaN: true }))
    fc.assert(
      fc.property(days, fc.constantFrom(utc, prague), (list, zone) => {
        const expiries = list.map((away) => after(away))
        const bins = expiryBins(expiries, nowMs, zone)
        for (const { fromMs, toMs, count } of bins) {
          const inside = expiries.filter(({ endMs }) => endMs >= fromMs && endMs < toMs)
          expect(count).toBe(inside.length)
        }
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(list.length)
      }),
    )
  })

  it('keeps weeks of seven calendar days when clocks change', () => {
    const bins = expiryBins([after(180)], nowMs, prague).filter(({ kind }) => kind === 'week')
    for (const { fromMs, toMs } of bins) expect(addDays(fromMs, prague, 7)).toBe(toMs)
    const lengths = new Set(bins.map(({ fromMs, toMs }) => (toMs - fromMs) / dayMs))
    expect(lengths.size).toBe(2)
  })
})

describe('overCapacity', () => {
  const week = { kind: 'week', fromMs: 0, toMs: 7 * dayMs, away: 0 } as const

  it('is the number of renewals in a week beyond the capacity', () => {
    expect(overCapacity({ ...week, count: 20 }, 20, 0)).toBe(0)
    expect(overCapacity({ ...week, count: 23 }, 20, 0)).toBe(3)
  })

  it('is 0 for a week that is over, but not for the present one', () => {
    expect(overCapacity({ ...week, count: 23 }, 20, 7 * dayMs)).toBe(0)
    expect(overCapacity({ ...week, count: 23 }, 20, 7 * dayMs - 1)).toBe(3)
  })

  it('counts the weeks of a month', () => {
    const month = { kind: 'month', fromMs: 0, toMs: 28 * dayMs, away: 0 } as const
    expect(overCapacity({ ...month, count: 80 }, 20, 0)).toBe(0)
    expect(overCapacity({ ...month, count: 81 }, 20, 0)).toBe(1)
  })

  it('is 0 before and after the weeks in the calendar', () => {
    const earlier = { kind: 'earlier', fromMs: -Infinity, toMs: 0, away: 0 } as const
    expect(overCapacity({ ...earlier, count: 500 }, 20, -1)).toBe(0)
  })
})
