import { describe, expect, it } from 'vitest'
import { type PlannedRenewal, renewalPlan } from './renewal-plan'
import { dayMs } from '@/lib/instants'
import { fc } from '@/lib/test-properties'
import { type TimeZone, utc } from '@/lib/time-zone'
import { startOfWeek } from '@/lib/zoned-days'

/** A Monday: the whole week is left. */
const monday = Date.UTC(2026, 10, 23)
const nowMs = monday + dayMs / 2
const at = { nowMs, zone: utc }
const prague = { isUtc: false, name: 'Europe/Prague' }
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

  it('states by which week how many renewals are overdue', () => {
    const items = Array.from({ length: 14 }, (_, index) => plant(`p${index}`, 15))
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
      fc.property(fleets, capacities, times, (items, perWeek, time) => {
        const { weeks } = renewalPlan(items, perWeek, time)
        const planned = weeks.flatMap(({ renewals }) => idsOf(renewals))
        expect(planned.toSorted()).toEqual(idsOf(items).toSorted())
        for (const { renewals, room } of weeks.slice(0, -1)) expect(renewals).toHaveLength(room)
        for (const { renewals, room } of weeks.slice(-1)) {
          expect(renewals.length).toBeLessThanOrEqual(room)
        }
        for (const { room, days } of weeks) expect(room).toBe(Math.floor((perWeek * days) / 7))
      }),
    )
  })

  it('keeps all deadlines whenever any plan does', () => {
    const few = fleets.map((items) => items.slice(0, 6))
    fc.assert(
      fc.property(few, capacities, times, (fleet, perWeek, time) => {
        // Only a plant that can't connect any more is dark.
        const items = fleet.map((item) => {
          return { ...item, isDark: item.isDark && item.endMs <= time.nowMs }
        })
        const { late, expired, shortage } = renewalPlan(items, perWeek, time)
        const best = fewestLate(items, perWeek, time)
        // Expired plants have a deadline that no plan can meet, but still take their turn.
        expect(late.length === 0).toBe(best === 0)
        if (best > 0) expect(shortage).toBeDefined()
        if (expired === 0) expect(shortage === undefined).toBe(best === 0)
      }),
    )
  })
})

describe('the first week', () => {
  const planAt = (text: string, zone: TimeZone, items: readonly PlannedRenewal[], perWeek = 7) =>
    renewalPlan(items, perWeek, { nowMs: Date.parse(text), zone })
  const many = Array.from({ length: 20 }, (_, index) => plant(`p${index}`, 300))

  it.each([
    ['2026-11-23T00:00:00Z', utc, 7, '2026-11-23T00:00:00.000Z'],
    ['2026-11-25T15:00:00Z', utc, 5, '2026-11-25T00:00:00.000Z'],
    ['2026-11-29T23:59:59Z', utc, 1, '2026-11-29T00:00:00.000Z'],
    // In Prague, it is Monday already.
    ['2026-11-29T23:30:00Z', prague, 7, '2026-11-29T23:00:00.000Z'],
    ['2026-11-29T22:30:00Z', prague, 1, '2026-11-28T23:00:00.000Z'],
    // Clocks go back on Sunday, 25 October, and forward on Sunday, 29 March.
    ['2026-10-22T10:00:00Z', prague, 4, '2026-10-21T22:00:00.000Z'],
    ['2026-10-25T22:30:00Z', prague, 1, '2026-10-24T22:00:00.000Z'],
    ['2026-10-25T23:00:00Z', prague, 7, '2026-10-25T23:00:00.000Z'],
    ['2026-03-27T10:00:00Z', prague, 3, '2026-03-26T23:00:00.000Z'],
    ['2026-03-29T21:59:59Z', prague, 1, '2026-03-28T23:00:00.000Z'],
    ['2026-03-29T22:00:00Z', prague, 7, '2026-03-29T22:00:00.000Z'],
  ])('at %s begins today and has the days that are left', (text, zone, days, from) => {
    const [first] = planAt(text, zone, many).weeks
    expect(first).toMatchObject({ days, room: days, fromMs: Date.parse(from) })
    expect(first?.renewals).toHaveLength(days)
  })

  it('is followed by whole weeks that begin on Monday, also when clocks change', () => {
    const { weeks } = planAt('2026-10-22T10:00:00Z', prague, many)
    expect(weeks.map(({ fromMs, days }) => [new Date(fromMs).toISOString(), days])).toEqual([
      ['2026-10-21T22:00:00.000Z', 4],
      ['2026-10-25T23:00:00.000Z', 7],
      ['2026-11-01T23:00:00.000Z', 7],
      ['2026-11-08T23:00:00.000Z', 7],
    ])
  })

  it('has room for part of the capacity, rounded down, or for none', () => {
    const roomOf = (text: string, perWeek: number) =>
      planAt(text, utc, many, perWeek).weeks[0]?.room
    expect(roomOf('2026-11-25T15:00:00Z', 20)).toBe(14)
    expect(roomOf('2026-11-29T15:00:00Z', 20)).toBe(2)
    expect(roomOf('2026-11-29T15:00:00Z', 6)).toBe(0)
  })

  it('has too little room for certificates that expire in it', () => {
    const sunday = '2026-11-29T12:00:00Z'
    const tonight = ['a', 'b'].map((id) => plant(id, 6.4))
    expect(planAt(sunday, utc, tonight).shortage).toEqual({ week: 1, missing: 1 })
    expect(planAt(sunday, utc, tonight, 14).shortage).toBeUndefined()
    const expired = plant('x', -1)
    expect(planAt(sunday, utc, [...tonight, expired], 14).shortage).toEqual({ week: 1, missing: 1 })
  })

  it('leaves expired certificates to the first whole week, when that has room for them', () => {
    const sunday = '2026-11-29T12:00:00Z'
    const expired = many.map(({ id }) => plant(id, -1))
    expect(planAt(sunday, utc, expired.slice(0, 8)).shortage).toBeUndefined()
    expect(planAt(sunday, utc, expired.slice(0, 9)).shortage).toEqual({ week: 2, missing: 1 })
  })
})

const fleets = fc
  .array(fc.record({ days: fc.integer({ min: -10, max: 40 }), isDark: fc.boolean() }))
  .map((list) => list.map(({ days, isDark }, index) => plant(`p${index}`, days + 0.01, isDark)))
const capacities = fc.integer({ min: 1, max: 6 })
const times = fc.record({
  nowMs: fc.integer({ min: 0, max: 7 * 24 - 1 }).map((hours) => monday + (hours / 24) * dayMs),
  zone: fc.constantFrom(utc, prague),
})

/** Tries every order of the plants that have not expired, after those that have. */
function fewestLate(
  items: readonly PlannedRenewal[],
  perWeek: number,
  time: { nowMs: number; zone: TimeZone },
): number {
  const thisMonday = startOfWeek(time.nowMs, time.zone)
  const daysOver = Math.floor((time.nowMs - thisMonday) / dayMs)
  const room = Math.floor((perWeek * (7 - daysOver)) / 7)
  const expired = items.filter(({ endMs }) => endMs <= time.nowMs).length
  const open = items.filter(({ endMs }) => endMs > time.nowMs)
  const lateIn = (order: readonly PlannedRenewal[]) =>
    order.filter(({ endMs }, place) => {
      const week = 1 + Math.floor((expired + place - room) / perWeek)
      return week > 0 && thisMonday + 7 * week * dayMs > endMs
    }).length
  return Math.min(...permutations(open).map(lateIn), open.length)
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  )
}
