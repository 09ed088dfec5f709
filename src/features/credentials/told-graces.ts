// How long a former secret holds by what the platform said when it was rotated: the plant's own record has the
// moment only. Holds minutes and times, no secret; gone with the page, then what is documented counts.
import { readInstant, minuteMs } from '@/lib/instants'
import { clockToleranceMs, serverNow } from '@/lib/server-clock'

interface ToldGrace {
  graceMs: number
  /** When it was said, Unix ms, server's clock. */
  atMs: number
}

const told = new Map<string, ToldGrace>()

export function rememberGrace(plantId: string, minutes: number | null | undefined): void {
  if (typeof minutes !== 'number') return
  told.set(plantId, { graceMs: Math.max(0, minutes) * minuteMs, atMs: serverNow() })
}

/** Milliseconds; undefined when nothing was said of this rotation. */
export function toldGraceMs(
  plantId: string,
  secretRotatedAt: string | null | undefined,
): number | undefined {
  const grace = told.get(plantId)
  const rotatedMs = readInstant(secretRotatedAt)
  if (!grace || typeof rotatedMs !== 'number') return undefined
  return Math.abs(rotatedMs - grace.atMs) <= clockToleranceMs ? grace.graceMs : undefined
}

/** For when another person signs in, or nobody is signed in any more. */
export function forgetToldGraces(): void {
  told.clear()
}
