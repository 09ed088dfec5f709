// Calendar days of a time zone, which last 23 to 25 hours.
import { dayMs } from './instants'
import type { TimeZone } from './time-zone'
import { utcOffsetMs } from './utc-offset'

/** Returns the first instant of the Monday at or before `atMs` in a zone (both Unix ms). */
export function startOfWeek(atMs: number, zone: TimeZone): number {
  const day = Math.floor((atMs + offsetMs(atMs, zone)) / dayMs)
  // 1 January 1970 was a Thursday.
  const sinceMonday = (((day + 3) % 7) + 7) % 7
  return instantOf((day - sinceMonday) * dayMs, zone)
}

/** Returns the first instant of the month that comes `months` after that of `atMs` in a zone (both Unix ms). */
export function startOfMonth(atMs: number, zone: TimeZone, months = 0): number {
  const wall = new Date(atMs + offsetMs(atMs, zone))
  return instantOf(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + months), zone)
}

/** Returns the first instant of the day that comes `days` after that of `atMs` in a zone (both Unix ms). */
export function addDays(atMs: number, zone: TimeZone, days: number): number {
  const day = Math.floor((atMs + offsetMs(atMs, zone)) / dayMs)
  return instantOf((day + days) * dayMs, zone)
}

/** Returns the calendar day of `atMs` (Unix ms) in a zone: "2026-11-28". */
export function dayText(atMs: number, zone: TimeZone): string {
  return new Date(atMs + offsetMs(atMs, zone)).toISOString().slice(0, 10)
}

/** Returns the calendar day before one like "2026-11-28"; any other text as it is. */
export function dayBefore(text: string): string {
  const wallMs = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(wallMs) ? text : new Date(wallMs - dayMs).toISOString().slice(0, 10)
}

/** Returns the first instant (Unix ms) of a calendar day like "2026-11-28" in a zone; undefined for any other text. */
export function readDay(text: string, zone: TimeZone): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const wallMs = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(wallMs) ? undefined : instantOf(wallMs, zone)
}

/** Returns the first instant at which a zone's clocks show a time given as if it were UTC, or a later one. */
function instantOf(wallMs: number, zone: TimeZone): number {
  const offsets = [-dayMs, dayMs].map((awayMs) => offsetMs(wallMs + awayMs, zone))
  const fitting = offsets
    .map((offset) => wallMs - offset)
    .filter((atMs) => atMs + offsetMs(atMs, zone) === wallMs)
  if (fitting.length > 0) return Math.min(...fitting)
  // Clocks skip this time, as some do at midnight: the day begins when they go on.
  return wallMs - Math.min(...offsets)
}

function offsetMs(atMs: number, zone: TimeZone): number {
  return zone.isUtc ? 0 : utcOffsetMs(atMs, zone)
}
