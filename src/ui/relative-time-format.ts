import type { DisplayTimeZone } from './time-zone-context'
import { dayMs, hourMs, minuteMs, secondMs } from '@/lib/instants'

/** Each unit holds until the next is coarse enough not to mislead: 59 days are not "1 month". */
const units: [untilMs: number, unitMs: number, name: string][] = [
  [minuteMs, secondMs, 's'],
  [hourMs, minuteMs, 'min'],
  [2 * dayMs, hourMs, 'h'],
  [100 * dayMs, dayMs, 'd'],
  [730 * dayMs, 30.4375 * dayMs, 'mo'],
  [Infinity, 365.25 * dayMs, 'y'],
]

export function formatRelative(atMs: number, nowMs: number): string {
  const awayMs = Math.abs(atMs - nowMs)
  if (awayMs < secondMs) return 'now'
  return atMs > nowMs ? `in ${formatDuration(awayMs)}` : `${formatDuration(awayMs)} ago`
}

/** "3 h": whole units, rounded down. */
export function formatDuration(ms: number): string {
  const [, unitMs, name] = units.find(([untilMs]) => ms < untilMs) ?? [0, secondMs, 's']
  return `${Math.floor(ms / unitMs)}\u00A0${name}`
}

const absolute: Record<DisplayTimeZone, Intl.DateTimeFormatOptions> = {
  local: { timeZoneName: 'short' },
  utc: { timeZone: 'UTC', timeZoneName: 'short' },
}

const formatters = new Map<DisplayTimeZone, Intl.DateTimeFormat>()

/** "2026-11-21 14:02:33 UTC": sortable, and the same for every reader. */
export function formatAbsolute(atMs: number, zone: DisplayTimeZone): string {
  let formatter = formatters.get(zone)
  if (!formatter) {
    const clock = {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    } as const
    const day = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
    formatter = new Intl.DateTimeFormat('en-GB', { ...day, ...clock, ...absolute[zone] })
    formatters.set(zone, formatter)
  }
  const parts = Object.fromEntries(formatter.formatToParts(atMs).map((p) => [p.type, p.value]))
  const { year = '', month, day, hour, minute, second, timeZoneName } = parts
  return `${year.padStart(4, '0')}-${month}-${day} ${hour}:${minute}:${second} ${timeZoneName}`
}
