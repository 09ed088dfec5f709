import { dayMs, hourMs, minuteMs } from '@/lib/instants'

const units: [unitMs: number, name: string][] = [
  [365.25 * dayMs, 'year'],
  [dayMs, 'day'],
  [hourMs, 'hour'],
  [minuteMs, 'minute'],
]

/**
 * Describes how a device's clock differs from the server's: "3 hours ahead", "2 minutes behind"; undefined for up to a
 * minute, which is negligible. `aheadMs` is negative for a clock that is behind.
 */
export function clockDifference(aheadMs: number): string | undefined {
  const awayMs = Math.abs(aheadMs)
  if (awayMs <= minuteMs) return undefined
  // Rounded, because the difference is accurate only to about a second: a second less than 1 hour is still "1 hour".
  const [unitMs, name] = units.find(([ms]) => awayMs >= ms - minuteMs / 2) ?? [minuteMs, 'minute']
  const count = Math.max(1, Math.round(awayMs / unitMs))
  return `${count} ${name}${count === 1 ? '' : 's'} ${aheadMs > 0 ? 'ahead' : 'behind'}`
}
