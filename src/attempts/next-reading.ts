import { secondMs } from '@/lib/instants'
import { deviceNow } from '@/lib/server-clock'

const firstReadingMs = 2 * secondMs
const everyMs = 5 * secondMs
const readForMs = 30 * secondMs

/**
 * Returns the milliseconds until the next check for what an attempt or another event at `momentMs` (Unix ms, device's
 * clock) has changed; false when further checks are left to the user.
 */
export function untilNextReadingMs(momentMs: number): number | false {
  const passedMs = deviceNow() - momentMs
  if (passedMs > readForMs) return false
  return passedMs < firstReadingMs ? firstReadingMs : everyMs
}
