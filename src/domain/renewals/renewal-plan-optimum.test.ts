// Compares plans with every assignment of a few renewals to weeks.
import { expect, it } from 'vitest'
import { type PlannedRenewal, renewalPlan } from './renewal-plan'
import { dayMs } from '@/lib/instants'
import { fc } from '@/lib/test-properties'
import { type TimeZone, utc } from '@/lib/time-zone'
import { startOfWeek } from '@/lib/zoned-days'

/** A Monday. */
const monday = Date.UTC(2026, 10, 23)
const fleets = fc
  .array(fc.record({ days: fc.integer({ min: -10, max: 40 }), isDark: fc.boolean() }), {
    maxLength: 5,
  })
  .map((list) =>
    list.map(({ days, isDark }, index) => {
      return { id: `p${index}`, endMs: monday + (days + 0.51) * dayMs, isDark }
    }),
  )
const capacities = fc.integer({ min: 1, max: 6 })
const times = fc.record({
  nowMs: fc.integer({ min: 0, max: 7 * 24 - 1 }).map((hours) => monday + (hours / 24) * dayMs),
  zone: fc.constantFrom<TimeZone>(utc, { isUtc: false, name: 'Europe/Prague' }),
})

type Time = { nowMs: number; zone: TimeZone }
type Cost = [missed: number, tight: number, weeks: number]

it('misses the fewest deadlines, then plans the fewest in the week of expiry, then leaves the fewest weeks with an expired certificate', () => {
  fc.assert(
    fc.property(fleets, capacities, times, (fleet, perWeek, time) => {
      // Only a plant that can't connect any more is dark.
      const items = fleet.map((item) => {
        return { ...item, isDark: item.isDark && item.endMs <= time.nowMs }
      })
      const { weeks, late, tight, shortageWeek } = renewalPlan(items, perWeek, time)
      const turns = items.map((item) => weeks.findIndex(({ renewals }) => renewals.includes(item)))
      const own = costOf(items, turns, time)
      expect(own[0]).toBe(cheapest(items, perWeek, time)[0])
      // Among the plans that give up the same certificates.
      expect(own).toEqual(cheapest(items, perWeek, time, new Set(late.map(({ id }) => id))))
      expect([late.length, tight]).toEqual(own.slice(0, 2))
      expect(shortageWeek === undefined).toBe(late.length === 0)
    }),
  )
})

/**
 * Deadlines that a plan misses, renewals in the week of their expiry, and the weeks from an expiry, or from now, to a turn
 * that comes too late. Endless if it misses others than those `givenUp`.
 */
function costOf(
  items: readonly PlannedRenewal[],
  turns: readonly number[],
  time: Time,
  givenUp?: ReadonlySet<string>,
): Cost {
  const thisMonday = startOfWeek(time.nowMs, time.zone)
  const cost: Cost = [0, 0, 0]
  for (const [place, { id, endMs }] of items.entries()) {
    const turn = turns[place] ?? 0
    const isExpired = endMs <= time.nowMs
    const due = isExpired ? 0 : Math.floor((endMs - thisMonday) / (7 * dayMs))
    const isMissed = !isExpired && turn > due
    if (isMissed) cost[0] += givenUp?.has(id) === false ? Infinity : 1
    if (!isExpired && turn === due) cost[1] += 1
    if (isExpired || isMissed) cost[2] += turn - due
  }
  return cost
}

function isLess(one: Cost, other: Cost): boolean {
  const first = one.findIndex((part, place) => part !== other[place])
  return first >= 0 && (one[first] ?? 0) < (other[first] ?? 0)
}

/** Tries every assignment of the plants to weeks. */
function cheapest(
  items: readonly PlannedRenewal[],
  perWeek: number,
  time: Time,
  givenUp?: ReadonlySet<string>,
): Cost {
  const daysOver = Math.floor((time.nowMs - startOfWeek(time.nowMs, time.zone)) / dayMs)
  const roomOf = (week: number) =>
    week === 0 ? Math.floor((perWeek * (7 - daysOver)) / 7) : perWeek
  let best: Cost = [Infinity, Infinity, Infinity]
  const assign = (turns: readonly number[]): void => {
    const cost = costOf(items.slice(0, turns.length), turns, time, givenUp)
    // Each further plant can only cost more.
    if (!isLess(cost, best)) return
    if (turns.length === items.length) {
      best = cost
      return
    }
    for (let week = 0; week <= items.length; week += 1) {
      const used = turns.filter((turn) => turn === week).length
      if (used < roomOf(week)) assign([...turns, week])
    }
  }
  assign([])
  return best
}
