// Assigns renewals to weeks, so that as many certificates as possible are renewed before they expire. Weeks begin on
// Monday in the user's zone. The first one is the rest of the present week, today included: days that are over renew
// nothing. Its capacity is the part of a week's that falls to its calendar days, rounded down, so that the plan never
// counts on more than the days allow; working days are unknown.
import { isExpired } from '@/domain/certificates/certificate-thresholds'
import type { TimeZone } from '@/lib/time-zone'
import { addDays, startOfWeek } from '@/lib/zoned-days'

/** A certificate to renew. */
export interface PlannedRenewal {
  id: string
  /** Expiry, Unix ms. */
  endMs: number
  /** Dark plants go first among those with the same deadline: finding out what is wrong takes longest. */
  isDark: boolean
}

/** A week, or the rest of the present one, and the number of renewals that are possible in it. */
interface WeekRoom {
  /** Unix ms: today for the first week, a Monday for the others. */
  fromMs: number
  /** The next Monday, Unix ms. */
  toMs: number
  /** Calendar days until the next Monday. */
  days: number
  room: number
}

/** The renewals of one week, most urgent first. */
interface PlannedWeek<Item extends PlannedRenewal> extends WeekRoom {
  renewals: Item[]
}

/** A plan, and the deadlines it misses. */
interface RenewalPlan<Item extends PlannedRenewal> {
  weeks: PlannedWeek<Item>[]
  /** Number of certificates that have already expired. */
  expired: number
  /** Certificates that will expire before their turn, earliest first. */
  late: Item[]
  /** Number of renewals planned in the week in which their certificate expires: the day decides whether it is in time. */
  tight: number
  /** The week (from 1) by whose end all of `late` have expired; undefined when there are none. */
  shortageWeek: number | undefined
}

/** Returns the weeks from the day of `nowMs` (Unix ms), with their room at `perWeek` renewals a week. */
export function weekRooms(nowMs: number, zone: TimeZone, perWeek: number) {
  const size = Math.max(1, Math.floor(perWeek))
  const monday = startOfWeek(nowMs, zone)
  const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => addDays(monday, zone, day) > nowMs).length
  const known: WeekRoom[] = []
  const weekFrom = (week: number) => {
    const toMs = addDays(monday, zone, 7 * (week + 1))
    return week === 0
      ? { fromMs: addDays(nowMs, zone, 0), toMs, days, room: Math.floor((size * days) / 7) }
      : { fromMs: addDays(monday, zone, 7 * week), toMs, days: 7, room: size }
  }
  return (week: number): WeekRoom => (known[week] ??= weekFrom(week))
}

/** Returns true when a certificate expires (`endMs`, Unix ms) during the week of its renewal. */
export function expiresInWeek(endMs: number, { fromMs, toMs }: { fromMs: number; toMs: number }) {
  return fromMs <= endMs && endMs < toMs
}

/**
 * Plans renewals from the day of `nowMs` (Unix ms), `perWeek` each week. Only a week that is over before the expiry is
 * certainly in time. The plan lets as few certificates as possible expire before the week of their renewal: the latest of
 * those that compete for the same weeks. It then plans as few as possible for the week in which they expire, and last
 * leaves plants the fewest weeks with an expired certificate: each week begins with the renewals that can't wait, then
 * come the plants that have no deadline to meet any more, and what room is left is for later deadlines.
 */
export function renewalPlan<Item extends PlannedRenewal>(
  items: readonly Item[],
  perWeek: number,
  { nowMs, zone }: { nowMs: number; zone: TimeZone },
): RenewalPlan<Item> {
  const weekAt = weekRooms(nowMs, zone, perWeek)
  const { inTime, late, expired } = divide(items, weekAt, { nowMs, zone })
  const reserved = reservedRoom(inTime, weekAt)
  const open = inTime.map(({ item }) => item)
  const overdue = [...expired, ...late.map(({ item }) => item)]
  const lastLate = late.at(-1)
  const weeks: PlannedWeek<Item>[] = []
  while (open.length + overdue.length > 0) {
    const week = weekAt(weeks.length)
    const { room } = week
    const urgent = open.splice(0, reserved[weeks.length] ?? 0)
    const first = overdue.splice(0, room - urgent.length)
    const early = open.splice(0, room - urgent.length - first.length)
    weeks.push({ ...week, renewals: [...urgent, ...first, ...early] })
  }
  return {
    weeks,
    expired: expired.length,
    late: late.map(({ item }) => item),
    tight: weeks.reduce((sum, week) => sum + tightIn(week, nowMs), 0),
    shortageWeek: lastLate && lastLate.week + 1,
  }
}

function tightIn(week: PlannedWeek<PlannedRenewal>, nowMs: number): number {
  return week.renewals.filter(({ endMs }) => !isExpired(endMs, nowMs) && expiresInWeek(endMs, week))
    .length
}

/** A certificate that has not expired, and the week (from 0) of its expiry. */
interface Due<Item> {
  item: Item
  week: number
}

type Weeks = (week: number) => WeekRoom

/**
 * Takes the certificates by their deadlines, each one that still fits before its own: the others would be late in any
 * plan with as few late ones.
 */
function divide<Item extends PlannedRenewal>(
  items: readonly Item[],
  weekAt: Weeks,
  { nowMs, zone }: { nowMs: number; zone: TimeZone },
) {
  const expired = items.filter(({ endMs }) => isExpired(endMs, nowMs))
  const open = items
    .filter(({ endMs }) => !isExpired(endMs, nowMs))
    .map((item) => ({ item, fromMs: startOfWeek(item.endMs, zone) }))
    .toSorted((a, b) => a.fromMs - b.fromMs || byDarkness(a.item, b.item))
  const inTime: Due<Item>[] = []
  const late: Due<Item>[] = []
  let week = 0
  let room = weekAt(0).room
  for (const { item, fromMs } of open) {
    // Further weeks make no difference once there is room for all in the weeks before this one.
    while (weekAt(week + 1).fromMs <= fromMs && room - weekAt(week).room < items.length) {
      week += 1
      room += weekAt(week).room
    }
    if (inTime.length < room) inTime.push({ item, week })
    else late.push({ item, week })
  }
  return { inTime, late, expired: expired.toSorted(byDarkness) }
}

/** Reserves the latest room before each deadline, and returns the number of renewals that can't wait in each week. */
function reservedRoom(inTime: readonly Due<PlannedRenewal>[], weekAt: Weeks): number[] {
  const deadlines = certainDeadlines(inTime, weekAt)
  const reserved = Array.from({ length: (deadlines.at(-1) ?? -1) + 1 }, () => 0)
  let at = reserved.length - 1
  for (const week of deadlines.toReversed()) {
    at = Math.min(at, week)
    while ((reserved[at] ?? 0) >= weekAt(at).room) at -= 1
    reserved[at] = (reserved[at] ?? 0) + 1
  }
  return reserved
}

/**
 * Returns the last week that is over before each expiry; the week of the expiry for those that the weeks before have no
 * room for, even if all are renewed as early as possible.
 */
function certainDeadlines(inTime: readonly Due<PlannedRenewal>[], weekAt: Weeks): number[] {
  let [earliest, used] = [0, 0]
  return inTime.map(({ week }) => {
    while (used >= weekAt(earliest).room) [earliest, used] = [earliest + 1, 0]
    used += 1
    return earliest < week ? week - 1 : week
  })
}

function byDarkness(a: PlannedRenewal, b: PlannedRenewal): number {
  return Number(b.isDark) - Number(a.isDark) || a.endMs - b.endMs || (a.id < b.id ? -1 : 1)
}
