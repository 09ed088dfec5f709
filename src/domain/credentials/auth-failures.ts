import type { Plant } from '@/api/plant-schemas'
import { dayMs, readInstant } from '@/lib/instants'

/** Our own limit: failures older than a week count only if the plant has not connected since. */
export const recentFailureMs = 7 * dayMs

/** Returns true when a plant's latest authentication failure is recent, or later than its last contact. */
export function areFailuresRecent(
  { lastAuthFailureAt, lastSeenAt }: Pick<Plant, 'lastAuthFailureAt' | 'lastSeenAt'>,
  nowMs: number,
): boolean {
  const failedMs = readInstant(lastAuthFailureAt)
  if (typeof failedMs !== 'number') return false
  const seenMs = readInstant(lastSeenAt)
  return nowMs - failedMs < recentFailureMs || (typeof seenMs === 'number' && failedMs > seenMs)
}
