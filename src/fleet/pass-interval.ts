import { pageLimit } from './page-reader'
import { minuteMs } from '@/lib/instants'

/** Share of the allowed requests that reading the list may use. */
const share = 0.1

/**
 * Returns the time between two passes over a list of so many plants, ms: what was asked for, or longer where that would take
 * too many of the requests that are allowed per minute.
 */
export function passIntervalMs(everyMs: number, plants: number, perMinute: number): number {
  const passMs = (Math.ceil(plants / pageLimit) * minuteMs) / perMinute
  return Math.max(everyMs, passMs / share)
}
