import type { ExpiryBin } from './expiry-bins'
import type { TimeZone } from '@/lib/time-zone'
import { dayText } from '@/lib/zoned-days'

/** Returns the words for a bin: "Week of 2026-11-23", "2027-05-01 to 2027-05-31". */
export function binLabel({ kind, fromMs, toMs }: ExpiryBin, zone: TimeZone): string {
  switch (kind) {
    case 'earlier':
      return `Before ${dayText(toMs, zone)}`
    case 'later':
      return `From ${dayText(fromMs, zone)}`
    case 'week':
      return `Week of ${dayText(fromMs, zone)}`
    case 'month':
      return `${dayText(fromMs, zone)} to ${dayText(toMs - 1, zone)}`
  }
}

/** Returns a label for the axis of a chart: the first day, in the same form for weeks and months. */
export function binTick({ kind, fromMs }: ExpiryBin, zone: TimeZone): string {
  return kind === 'earlier' || kind === 'later' ? kind : dayText(fromMs, zone)
}

/** Returns the span of a bin as search parameters. */
export function binSearch({ fromMs, toMs }: ExpiryBin, zone: TimeZone) {
  return {
    from: Number.isFinite(fromMs) ? dayText(fromMs, zone) : undefined,
    to: Number.isFinite(toMs) ? dayText(toMs, zone) : undefined,
  }
}
