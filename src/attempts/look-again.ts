import { secondMs } from '@/lib/instants'
import { deviceNow } from '@/lib/server-clock'

const firstLookMs = 2 * secondMs
const everyMs = 5 * secondMs
const lookForMs = 30 * secondMs

/**
 * Returns the milliseconds until the next look for something that may still be executed after an attempt has failed at
 * `failedAtMs` (Unix ms, device's clock), or false when it is left to the person to look again.
 */
export function untilNextLookMs(failedAtMs: number): number | false {
  const passedMs = deviceNow() - failedAtMs
  if (passedMs > lookForMs) return false
  return passedMs < firstLookMs ? firstLookMs : everyMs
}
