import { dayMs } from '@/lib/instants'

/** Returns the UTC day of a given time in the API's format: YYYY-MM-DD. */
export function utcDayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10)
}

/** Returns the start and end of a UTC day in Unix ms; undefined for an invalid day. */
export function utcDayBounds(date: string): { startMs: number; endMs: number } | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return undefined
  const startMs = Date.parse(date)
  // Some engines turn 30 February into a day in March.
  if (Number.isNaN(startMs) || utcDayOf(startMs) !== date) return undefined
  return { startMs, endMs: startMs + dayMs }
}

/** `ended` was today when it was read; `other` was not even then, so the server's clock or its totals are off. */
export type DayState = 'current' | 'ended' | 'other' | 'unreadable'

/** Returns the state of the day named by the server, given the time of reading and the current time (Unix ms). */
export function dayState(date: string, readAtMs: number, nowMs: number): DayState {
  if (!utcDayBounds(date)) return 'unreadable'
  if (date === utcDayOf(nowMs)) return 'current'
  return date === utcDayOf(readAtMs) ? 'ended' : 'other'
}
