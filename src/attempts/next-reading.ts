import { type CadenceStep, intervalAfter } from '@/lib/cadence'
import { secondMs } from '@/lib/instants'
import { deviceNow } from '@/lib/server-clock'

const steps: readonly CadenceStep[] = [
  { untilMs: 2 * secondMs, everyMs: 2 * secondMs },
  { untilMs: 30 * secondMs, everyMs: 5 * secondMs },
]

/** Returns the ms until the next check after `momentMs` (Unix ms, device's clock); false when the user decides. */
export function untilNextReadingMs(momentMs: number): number | false {
  return intervalAfter(steps, deviceNow() - momentMs) ?? false
}
