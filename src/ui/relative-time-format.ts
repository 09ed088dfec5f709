import { durationUnits } from '@/lib/duration-units'
import { secondMs } from '@/lib/instants'
import type { TimeZone } from '@/lib/time-zone'

/** Formats a time relative to now: "in 3 h", "5 min ago", or "now" within a second. */
export function formatRelative(atMs: number, nowMs: number): string {
  const awayMs = Math.abs(atMs - nowMs)
  if (awayMs < secondMs) return 'now'
  return atMs > nowMs ? `in ${formatDuration(awayMs)}` : `${formatDuration(awayMs)} ago`
}

/** Formats a duration in whole units, rounded down: "3 h". */
export function formatDuration(ms: number): string {
  const unit = durationUnits.find(({ fromMs }) => ms >= fromMs)
  return unit ? `${Math.floor(ms / unit.ms)}\u00A0${unit.symbol}` : ''
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Formats a time in a time zone as "2026-11-21 14:02:33 UTC": sortable, and the same for every reader. */
export function formatAbsolute(atMs: number, zone: TimeZone): string {
  let formatter = formatters.get(zone.name)
  if (!formatter) {
    const clock = {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    } as const
    const day = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
    formatter = new Intl.DateTimeFormat('en-GB', {
      ...day,
      ...clock,
      timeZone: zone.name,
      timeZoneName: 'short',
    })
    formatters.set(zone.name, formatter)
  }
  const parts = Object.fromEntries(formatter.formatToParts(atMs).map((p) => [p.type, p.value]))
  const { year = '', month, day, hour, minute, second, timeZoneName } = parts
  return `${year.padStart(4, '0')}-${month}-${day} ${hour}:${minute}:${second} ${timeZoneName}`
}
