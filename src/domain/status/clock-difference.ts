import { countUnits, durationUnits } from '@/lib/duration-units'
import { minuteMs } from '@/lib/instants'

const units = durationUnits.filter(({ name }) => name !== 'month' && name !== 'second')

/** Describes how a device's clock differs from the server's: "3 hours ahead"; undefined for up to a minute. */
export function clockDifference(aheadMs: number): string | undefined {
  const awayMs = Math.abs(aheadMs)
  if (awayMs <= minuteMs) return undefined
  // Rounded, because the difference is accurate only to about a second: a second less than 1 hour is still "1 hour".
  const unit = units.find(({ ms }) => awayMs >= ms - minuteMs / 2)
  if (!unit) return undefined
  const count = Math.max(1, Math.round(awayMs / unit.ms))
  return `${countUnits(count, unit)} ${aheadMs > 0 ? 'ahead' : 'behind'}`
}
