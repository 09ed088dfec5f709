import { describe, expect, it } from 'vitest'
import { type PlannedRenewal, renewalPlan } from './renewal-plan'
import { dayMs } from '@/lib/instants'
import { fc } from '@/lib/test-properties'
import { utc } from '@/lib/time-zone'

/** A Saturday. */
const nowMs = Date.UTC(2026, 10, 28, 12)
const at = { nowMs, zone: utc }
const plant = (id: string, days: number, isDark = false): PlannedRenewal => ({
  id,
  endMs: nowMs + days * dayMs,
  isDark,
})
const idsOf = (items: readonly PlannedRenewal[]) => items.map(({ id }) => id)
const weeksOf = (items: PlannedRenewal[], perWeek: number) =>
  renewalPlan(items, perWeek, at).weeks.map(({ renewals }) => idsOf(renewals))

describe('renewalPlan', () => {
  it('plans nothing for no plant', () => {
    expect(renewalPlan([], 5, at)).toEqual({
      weeks: [],
      expired: 0,
      late: [],
      shortage: undefined,
    })
  })

  it('plans the earliest expiry first, and expired certificates before all others', () => {
    const items = [plant('later', 40), plant('expired', -3), plant('next', 9)]
    expect(weeksOf(items, 2)).toEqual([['expired', 'next'], ['later']])
  })

  it('plans plants that do not try to connect first within a week of expiry', () => {
    const items = [plant('a', 10), plant('b', 11, true), plant('c', 9)]
    expect(weeksOf(items, 1)).toEqual([['b'], ['c'], ['a']])
    expect(weeksOf([plant('soon', 1), plant('dark', 20, true)], 1)).toEqual([['soon'], ['dark']])
  })

  it('starts this Monday, and begins each week on one', () => {
    const { weeks } = renewalPlan([plant('a', 3), plant('b', 60)], 1, at)
    expect(weeks.map(({ fromMs }) => new Date(fromMs).toISOString())).toEqual([
      '2026-11-23T00:00:00.000Z',
      '2026-11-30T00:00:00.000Z',
    ])
  })

  it('states by which week how many renewals are overdue', () => {
    const items = Array.from({ length: 14 }, (_, index) => plant(`p${index}`, 10))
    const { shortage, late } = renewalPlan(items, 4, at)
    // They expire in the third week.
    expect(shortage).toEqual({ week: 3, missing: 2 })
    expect(late).toHaveLength(2)
    expect(renewalPlan(items, 5, at).shortage).toBeUndefined()
  })

  it('counts expired certificates separately from those that will be late', () => {
    const plan = renewalPlan([plant('a', -2), plant('b', -1), plant('c', 0.5)], 1, at)
    expect(plan.expired).toBe(2)
    expect(idsOf(plan.late)).toEqual(['c'])
    expect(plan.shortage).toEqual({ week: 1, missing: 2 })
  })

  it('plans every plant exactly once, never more than the capacity in a week', () => {
    fc.assert(
      fc.property(fleets, fc.integer({ min: 1, max: 6 }), (items, perWeek) => {
        const weeks = weeksOf(items, perWeek)
        expect(weeks.flat().toSorted()).toEqual(idsOf(items).toSorted())
        for (const ids of weeks.slice(0, -1)) expect(ids).toHaveLength(perWeek)
        expect(weeks.at(-1)?.length ?? 0).toBeLessThanOrEqual(perWeek)
      }),
    )
  })

  it('keeps all deadlines whenever any plan does', () => {
    const few = fleets.map((items) => items.slice(0, 6))
    fc.assert(
      fc.property(few, fc.integer({ min: 1, max: 3 }), (items, perWeek) => {
        const { late, expired, shortage } = renewalPlan(items, perWeek, at)
        const best = fewestLate(items, perWeek)
        // Expired plants have a deadline that no plan can meet, but still take their turn.
        expect(late.length === 0).toBe(best === 0)
        if (expired === 0) expect(shortage === undefined).toBe(best === 0)
      }),
    )
  })
})

const fleets = fc
  .array(fc.record({ days: fc.integer({ min: -10, max: 40 }), isDark: fc.boolean() }))
  .map((list) => list.map(({ days, isDark }, index) => plant(`p${index}`, days + 0.01, isDark)))

/** Tries every order of the plants that have not expired, after those that have. */
function fewestLate(items: readonly PlannedRenewal[], perWeek: number): number {
  const monday = Date.UTC(2026, 10, 23)
  const expired = items.filter(({ endMs }) => endMs <= nowMs).length
  const open = items.filter(({ endMs }) => endMs > nowMs)
  const lateIn = (order: readonly PlannedRenewal[]) =>
    order.filter(({ endMs }, place) => {
      const week = Math.floor((expired + place) / perWeek)
      return monday + 7 * week * dayMs > endMs
    }).length
  return Math.min(...permutations(open).map(lateIn), open.length)
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  )
}
