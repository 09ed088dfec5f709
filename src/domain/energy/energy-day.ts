import { dayMs } from '@/lib/instants'

/** The UTC day of a moment, as the API writes days: YYYY-MM-DD. */
export function utcDayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10)
}

/** When a UTC day begins and ends, in epoch milliseconds; undefined for what is no day. */
export function utcDayBounds(date: string): { startMs: number; endMs: number } | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return undefined
  const startMs = Date.parse(date)
  // Some engines roll 30 February over to March.
  if (Number.isNaN(startMs) || utcDayOf(startMs) !== date) return undefined
  return { startMs, endMs: startMs + dayMs }
}

/**
 * How the day of the totals stands to this clock's: `ended` was today when it was read and is not any
 * more; `other` was not even then, so that the server's clock or its totals are not of today.
 */
export type DayState = 'current' | 'ended' | 'other' | 'unreadable'

/** Decides it from the day that the server names, when that was read, and now. */
export function dayState(date: string, readAtMs: number, nowMs: number): DayState {
  if (!utcDayBounds(date)) return 'unreadable'
  if (date === utcDayOf(nowMs)) return 'current'
  return date === utcDayOf(readAtMs) ? 'ended' : 'other'
}
