import { describe, expect, it } from 'vitest'
import { type Expiry, type ExpiryBin, areSameBins, expiryBins, loadBins } from './expiry-bins'
import { renewalPlan } from './renewal-plan'
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
  const binsOf = (expiries: Expiry[], perWeek?: number) =>
    loadBins(expiryBins(expiries, nowMs, utc), perWeek, nowMs, utc)
  const bins = binsOf([after(3), after(10)])

  it('is true after a reading that changes no figure', () => {
    expect(areSameBins(bins, binsOf([after(10), after(3)]))).toBe(true)
  })

  it.each([
    ['another week', [after(3), after(17)], undefined],
    ['an end that is later', [after(3), after(10), after(24)], undefined],
    ['one more', [after(3), after(3), after(10)], undefined],
    ['a plant that went offline', [after(3, true), after(10)], undefined],
    ['a capacity that is too small', [after(3), after(10)], 0.5],
  ])('is false after %s', (_change, expiries, perWeek) => {
    expect(areSameBins(bins, binsOf(expiries, perWeek))).toBe(false)
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

describe('loadBins', () => {
  const week = {
    kind: 'week',
    fromMs: monday,
    toMs: monday + 7 * dayMs,
    away: 0,
    expired: 0,
  } as const
  const over = (bin: ExpiryBin, perWeek: number | undefined, atMs: number) =>
    loadBins([bin], perWeek, atMs, utc)[0]?.over

  it('counts the renewals of a week beyond the capacity', () => {
    const nextWeek = { ...week, fromMs: week.toMs, toMs: week.toMs + 7 * dayMs }
    expect(over({ ...nextWeek, count: 20 }, 20, nowMs)).toBe(0)
    expect(over({ ...nextWeek, count: 23 }, 20, nowMs)).toBe(3)
    expect(over({ ...nextWeek, count: 23 }, undefined, nowMs)).toBe(0)
  })

  it('gives the present week the room of its days that are left, and counts nothing that has expired', () => {
    // Two of seven days are left.
    expect(over({ ...week, count: 9, expired: 5 }, 14, nowMs)).toBe(0)
    expect(over({ ...week, count: 9, expired: 4 }, 14, nowMs)).toBe(1)
    expect(over({ ...week, count: 9, expired: 4 }, 14, monday)).toBe(0)
    expect(over({ ...week, count: 30, expired: 30 }, 14, week.toMs)).toBe(0)
  })

  it('counts the weeks of a month', () => {
    const month = {
      ...week,
      kind: 'month',
      fromMs: week.toMs,
      toMs: week.toMs + 28 * dayMs,
    } as const
    expect(over({ ...month, count: 80 }, 20, nowMs)).toBe(0)
    expect(over({ ...month, count: 81 }, 20, nowMs)).toBe(1)
  })

  it('counts nothing before and after the weeks in the calendar', () => {
    for (const kind of ['earlier', 'later'] as const) {
      expect(over({ ...week, kind, count: 500 }, 20, nowMs)).toBe(0)
    }
  })

  it('finds the present week too full exactly when a plan of its certificates does', () => {
    const days = fc.array(fc.double({ min: -6, max: 7, noNaN: true }), { maxLength: 12 })
    const hours = fc.integer({ min: 0, max: 7 * 24 - 1 })
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 9 }), hours, (list, perWeek, hour) => {
        const atMs = monday + (hour / 24) * dayMs
        const ends = list.map((offset) => atMs + offset * dayMs)
        const inWeek = ends.filter((endMs) => endMs >= monday && endMs < week.toMs)
        const bins = expiryBins(
          inWeek.map((endMs) => ({ endMs, isAway: false })),
          atMs,
          utc,
        )
        const present = loadBins(bins, perWeek, atMs, utc).find(({ fromMs }) => fromMs === monday)
        const items = inWeek.map((endMs, at) => ({ id: `p${at}`, endMs, isDark: false }))
        const { late } = renewalPlan(items, perWeek, { nowMs: atMs, zone: utc })
        expect(present?.over).toBe(late.length)
      }),
    )
  })
})
