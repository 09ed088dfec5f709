import { secondMs } from '@/lib/instants'
import { deviceNow } from '@/lib/server-clock'

const firstReadingMs = 2 * secondMs
const everyMs = 5 * secondMs
const readForMs = 30 * secondMs

/** Returns the ms until the next check after `momentMs` (Unix ms, device's clock); false when the user decides. */
export function untilNextReadingMs(momentMs: number): number | false {
  const passedMs = deviceNow() - momentMs
  if (passedMs > readForMs) return false
  return passedMs < firstReadingMs ? firstReadingMs : everyMs
}
