import { secondMs } from '@/lib/instants'
import { deviceNow } from '@/lib/server-clock'

const firstLookMs = 2 * secondMs
const everyMs = 5 * secondMs
const lookForMs = 30 * secondMs

/**
 * Returns the milliseconds until the next check for a request that may still be executed, after an attempt that failed
 * at `failedAtMs` (Unix ms, device's clock); false when further checks are left to the user.
 */
export function untilNextLookMs(failedAtMs: number): number | false {
  const passedMs = deviceNow() - failedAtMs
  if (passedMs > lookForMs) return false
  return passedMs < firstLookMs ? firstLookMs : everyMs
}
