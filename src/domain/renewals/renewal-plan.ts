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
  /** Dark plants go first among those of one week: finding out what is wrong takes longest. */
  isDark: boolean
}

/** The renewals of one week, earliest deadline first. */
interface PlannedWeek<Item extends PlannedRenewal> {
  /** Unix ms: today for the first week, a Monday for the others. */
  fromMs: number
  /** Calendar days until the next Monday. */
  days: number
  /** Number of renewals that are possible. */
  room: number
  renewals: Item[]
}

/** A plan, and the deadlines it misses. */
interface RenewalPlan<Item extends PlannedRenewal> {
  weeks: PlannedWeek<Item>[]
  /** Certificates that have already expired, and those that will expire before their turn. */
  expired: number
  late: Item[]
  /** The week (from 1) at whose end most renewals are overdue, and their number; undefined when none ever are. */
  shortage: { week: number; missing: number } | undefined
}

/**
 * Plans renewals from the day of `nowMs` (Unix ms), `perWeek` each week: expired ones, then by the week of expiry, dark
 * plants first within one. A renewal is in time in any week up to that of its expiry; one that has expired is due in the
 * first whole week. If any plan that begins with the expired ones keeps all deadlines, this one does.
 */
export function renewalPlan<Item extends PlannedRenewal>(
  items: readonly Item[],
  perWeek: number,
  { nowMs, zone }: { nowMs: number; zone: TimeZone },
): RenewalPlan<Item> {
  const size = Math.max(1, Math.floor(perWeek))
  const weekAt = weeksFrom(nowMs, zone, size)
  const today = weekAt(0).fromMs
  const due = new Map(
    items.map((item) => {
      return [
        item,
        isExpired(item.endMs, nowMs) ? today : Math.max(today, startOfWeek(item.endMs, zone)),
      ]
    }),
  )
  const dueOf = (item: Item) => due.get(item) ?? today
  const order = items.toSorted(
    (a, b) =>
      dueOf(a) - dueOf(b) ||
      Number(b.isDark) - Number(a.isDark) ||
      a.endMs - b.endMs ||
      (a.id < b.id ? -1 : 1),
  )
  const weeks: PlannedWeek<Item>[] = []
  const late: Item[] = []
  for (let at = 0; at < order.length;) {
    const week = weekAt(weeks.length)
    const renewals = order.slice(at, at + week.room)
    at += week.room
    weeks.push({ ...week, renewals })
    late.push(
      ...renewals.filter((item) => !isExpired(item.endMs, nowMs) && dueOf(item) < week.fromMs),
    )
  }
  const open = order.filter((item) => !isExpired(item.endMs, nowMs))
  const expired = order.length - open.length
  return { weeks, expired, late, shortage: shortageOf(open.map(dueOf), expired, weeks) }
}

function weeksFrom(nowMs: number, zone: TimeZone, size: number) {
  const monday = startOfWeek(nowMs, zone)
  const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => addDays(monday, zone, day) > nowMs).length
  return (week: number) =>
    week === 0
      ? { fromMs: addDays(nowMs, zone, 0), days, room: Math.floor((size * days) / 7) }
      : { fromMs: addDays(monday, zone, 7 * week), days: 7, room: size }
}

/** `due` are the beginnings of the weeks in which certificates expire, ascending. */
function shortageOf(
  due: readonly number[],
  expired: number,
  weeks: readonly Omit<PlannedWeek<PlannedRenewal>, 'renewals'>[],
): RenewalPlan<PlannedRenewal>['shortage'] {
  let worst: RenewalPlan<PlannedRenewal>['shortage']
  let needed = 0
  let room = -expired
  for (const [at, { fromMs, days, room: more }] of weeks.entries()) {
    room += more
    while (needed < due.length && (due[needed] ?? 0) <= fromMs) needed += 1
    // The rest of a week renews expired certificates first, but doesn't have to renew all of them.
    const missing = needed - (days < 7 ? Math.max(0, room) : room)
    if (missing > (worst?.missing ?? 0)) worst = { week: at + 1, missing }
  }
  return worst
}
