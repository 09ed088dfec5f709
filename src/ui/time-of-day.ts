import type { TimeZone } from '@/lib/time-zone'
import { ambiguousOffset } from '@/lib/utc-offset'

const formatters = new Map<string, Intl.DateTimeFormat>()

/**
 * Formats a time of day in a time zone: "14:02", or "14:02:33" with seconds. A time that occurs twice because clocks go
 * back includes its UTC offset: "02:10 UTC+2".
 */
export function formatTimeOfDay(atMs: number, zone: TimeZone, hasSeconds = false): string {
  const key = `${zone.name} ${hasSeconds}`
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      second: hasSeconds ? '2-digit' : undefined,
      hourCycle: 'h23',
      timeZone: zone.name,
    })
    formatters.set(key, formatter)
  }
  const offset = ambiguousOffset(atMs, zone)
  return formatter.format(atMs) + (offset ? `\u00A0${offset}` : '')
}

/** Formats a time of day with its zone, unless that is the device's: "14:02 UTC". */
export function formatZonedTimeOfDay(atMs: number, zone: TimeZone): string {
  return formatTimeOfDay(atMs, zone) + (zone.isUtc ? ' UTC' : '')
}
