import { describe, expect, it } from 'vitest'
import { type PlannedRenewal, renewalPlan } from './renewal-plan'
import { dayMs } from '@/lib/instants'
import { fc } from '@/lib/test-properties'
import { type TimeZone, utc } from '@/lib/time-zone'

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
      tight: 0,
      shortageWeek: undefined,
    })
  })

  it('plans what expires this week before what has expired, and that before what can wait', () => {
    const items = [plant('later', 40), plant('expired', -3), plant('next', 2), plant('old', -300)]
    expect(weeksOf(items, 1)).toEqual([['next'], ['old'], ['expired'], ['later']])
    expect(weeksOf(items, 3)).toEqual([['next', 'old', 'expired'], ['later']])
  })

  it('never lets a certificate expire for one that has expired already', () => {
    const expired = Array.from({ length: 9 }, (_, index) => plant(`x${index}`, -200, true))
    const { weeks, late } = renewalPlan([...expired, plant('a', 9), plant('b', 10)], 1, at)
    expect(late).toEqual([])
    expect(weeks.slice(0, 3).map(({ renewals }) => idsOf(renewals))).toEqual([['a'], ['b'], ['x0']])
  })

  it('leaves out as few as possible when not all can be renewed in time', () => {
    const items = [plant('a', 1), plant('b', 2), plant('c', 8), plant('d', 9)]
    const { weeks, late } = renewalPlan(items, 1, at)
    expect(idsOf(late)).toEqual(['b', 'd'])
    expect(weeks.map(({ renewals }) => idsOf(renewals))).toEqual([['a'], ['c'], ['b'], ['d']])
  })

  it('plans plants that do not try to connect first within a week of expiry', () => {
    const items = [plant('a', 10), plant('b', 11, true), plant('c', 9)]
    expect(weeksOf(items, 1)).toEqual([['b'], ['c'], ['a']])
    expect(weeksOf([plant('soon', 1), plant('dark', 20, true)], 1)).toEqual([['soon'], ['dark']])
  })

  it('puts plants that do not try to connect first among those that have expired', () => {
    expect(weeksOf([plant('a', -9), plant('b', -1, true), plant('c', -8)], 2)).toEqual([
      ['b', 'a'],
      ['c'],
    ])
  })

  it('states by which week how many renewals are overdue', () => {
    const items = Array.from({ length: 14 }, (_, index) => plant(`p${index}`, 15))
    // They expire in the third week.
    expect(renewalPlan(items, 4, at)).toMatchObject({ shortageWeek: 3, late: { length: 2 } })
    expect(renewalPlan(items, 5, at)).toMatchObject({ shortageWeek: undefined, late: [] })
  })

  it('counts expired certificates separately from those that will be late', () => {
    const items = ['c', 'd'].map((id) => plant(id, 0.5))
    const plan = renewalPlan([plant('a', -2), plant('b', -1), ...items], 1, at)
    expect(plan.expired).toBe(2)
    expect(idsOf(plan.late)).toEqual(['d'])
    expect(plan.shortageWeek).toBe(1)
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

  it('calls only a week that is over before the expiry in time', () => {
    const items = [plant('sunday', 13), plant('monday', 13.6)]
    // Both can be renewed in the first week, which leaves the second one for the other.
    expect(renewalPlan(items, 2, at)).toMatchObject({ tight: 0, late: [] })
    const { tight, weeks } = renewalPlan([plant('now', 1), ...items], 1, at)
    expect(weeks.map(({ renewals }) => idsOf(renewals))).toEqual([['now'], ['sunday'], ['monday']])
    expect(tight).toBe(3)
  })

  it('renews what expires early next week this week, before plants that are long expired', () => {
    const saturday = { nowMs: monday + 5.5 * dayMs, zone: utc }
    const expired = ['x', 'y', 'z'].map((id) => plant(id, -200, true))
    const { weeks, tight } = renewalPlan([...expired, plant('monday', 7.6)], 7, saturday)
    expect(weeks.map(({ renewals }) => idsOf(renewals))).toEqual([
      ['monday', 'x'],
      ['y', 'z'],
    ])
    expect(tight).toBe(0)
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
    expect(planAt(sunday, utc, tonight)).toMatchObject({ shortageWeek: 1, late: { length: 1 } })
    expect(planAt(sunday, utc, tonight, 14).late).toEqual([])
    const expired = plant('x', -1)
    const { late, weeks } = planAt(sunday, utc, [...tonight, expired], 14)
    expect(late).toEqual([])
    expect(weeks.map(({ renewals }) => idsOf(renewals))).toEqual([['a', 'b'], ['x']])
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
