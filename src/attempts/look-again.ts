import { secondMs } from '@/lib/instants'
import { deviceNow } from '@/lib/server-clock'

const firstLookMs = 2 * secondMs
const everyMs = 5 * secondMs
const lookForMs = 30 * secondMs

/**
 * Returns the milliseconds until the next check for what an attempt or another event at `momentMs` (Unix ms, device's
 * clock) has changed; false when further checks are left to the user.
 */
export function untilNextLookMs(momentMs: number): number | false {
  const passedMs = deviceNow() - momentMs
  if (passedMs > lookForMs) return false
  return passedMs < firstLookMs ? firstLookMs : everyMs
}
