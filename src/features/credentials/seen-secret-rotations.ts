// Grace periods that the platform stated when a secret was rotated: the plant's own record has only the time of
// rotation. Contains durations and times, no secrets. After a reload, the documented hour applies.
import { readInstant, minuteMs } from '@/lib/instants'
import { onPersonChange } from '@/lib/person-change'
import { clockToleranceMs, serverNow } from '@/lib/server-clock'

interface SeenRotation {
  graceMs: number
  /** Arrival of the response, Unix ms, server's clock. */
  atMs: number
}

const seen = new Map<string, SeenRotation>()

onPersonChange(() => seen.clear())

/** Remembers the grace period that came with a new secret. */
export function rememberGrace(plantId: string, minutes: number | null | undefined): void {
  if (typeof minutes !== 'number') return
  seen.set(plantId, { graceMs: Math.max(0, minutes) * minuteMs, atMs: serverNow() })
}

/** Returns the grace period of a rotation in milliseconds; undefined unless this page received its response. */
export function seenGraceMs(
  plantId: string,
  secretRotatedAt: string | null | undefined,
): number | undefined {
  const grace = seen.get(plantId)
  const rotatedMs = readInstant(secretRotatedAt)
  if (!grace || typeof rotatedMs !== 'number') return undefined
  return Math.abs(rotatedMs - grace.atMs) <= clockToleranceMs ? grace.graceMs : undefined
}
