// Assigns renewals to weeks, so that as many certificates as possible are renewed before they expire.
import { isExpired } from '@/domain/credentials/thresholds'
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
  /** Unix ms, a Monday. */
  fromMs: number
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
 * Plans renewals from the week of `nowMs` (Unix ms), `perWeek` each: by the week of expiry, dark plants first within one.
 * A renewal is in time in any week up to that of its expiry. If any plan keeps all deadlines, this one does.
 */
export function renewalPlan<Item extends PlannedRenewal>(
  items: readonly Item[],
  perWeek: number,
  { nowMs, zone }: { nowMs: number; zone: TimeZone },
): RenewalPlan<Item> {
  const size = Math.max(1, Math.floor(perWeek))
  const thisWeek = startOfWeek(nowMs, zone)
  const weekOf = (endMs: number) => (isExpired(endMs, nowMs) ? thisWeek : startOfWeek(endMs, zone))
  const due = new Map(items.map((item) => [item, weekOf(item.endMs)]))
  const dueOf = (item: Item) => due.get(item) ?? thisWeek
  const order = items.toSorted(
    (a, b) =>
      dueOf(a) - dueOf(b) ||
      Number(b.isDark) - Number(a.isDark) ||
      a.endMs - b.endMs ||
      (a.id < b.id ? -1 : 1),
  )
  const weeks: PlannedWeek<Item>[] = []
  const late: Item[] = []
  for (let at = 0; at < order.length; at += size) {
    const week = weeks.length
    const fromMs = addDays(thisWeek, zone, 7 * week)
    const renewals = order.slice(at, at + size)
    weeks.push({ fromMs, renewals })
    late.push(...renewals.filter((item) => !isExpired(item.endMs, nowMs) && dueOf(item) < fromMs))
  }
  const expired = order.filter(({ endMs }) => isExpired(endMs, nowMs)).length
  return { weeks, expired, late, shortage: shortageOf(order.map(dueOf), weeks, size) }
}

/** `due` are the Mondays of the weeks of expiry, ascending. */
function shortageOf(
  due: readonly number[],
  weeks: readonly { fromMs: number }[],
  size: number,
): RenewalPlan<PlannedRenewal>['shortage'] {
  let worst: RenewalPlan<PlannedRenewal>['shortage']
  let needed = 0
  for (const [at, { fromMs }] of weeks.entries()) {
    while (needed < due.length && (due[needed] ?? 0) <= fromMs) needed += 1
    const missing = needed - size * (at + 1)
    if (missing > (worst?.missing ?? 0)) worst = { week: at + 1, missing }
  }
  return worst
}
