// How long a former secret holds by what the platform said when it was rotated: the plant's own record has the
// moment only. Holds minutes and times, no secret; gone with the page, then what is documented counts.
import { readInstant, minuteMs } from '@/lib/instants'

interface ToldGrace {
  graceMs: number
  /** When it was said, Unix ms. */
  atMs: number
}

const told = new Map<string, ToldGrace>()

/** Ours: as far as the two clocks may be apart. */
const clockSkewMs = 5 * minuteMs

export function rememberGrace(plantId: string, minutes: number | null | undefined): void {
  if (typeof minutes !== 'number') return
  told.set(plantId, { graceMs: Math.max(0, minutes) * minuteMs, atMs: Date.now() })
}

/** Milliseconds; undefined when nothing was said of this rotation. */
export function toldGraceMs(
  plantId: string,
  secretRotatedAt: string | null | undefined,
): number | undefined {
  const grace = told.get(plantId)
  const rotatedMs = readInstant(secretRotatedAt)
  if (!grace || typeof rotatedMs !== 'number') return undefined
  return Math.abs(rotatedMs - grace.atMs) <= clockSkewMs ? grace.graceMs : undefined
}

/** For when another person signs in, or nobody is signed in any more. */
export function forgetToldGraces(): void {
  told.clear()
}
