// After provisioning: has the plant used its new credentials yet? Only the plant's own record tells.
import type { Plant } from '@/api/plant-schemas'
import { minuteMs, readInstant, secondMs } from '@/lib/instants'
import { isUnreadable } from '@/lib/unreadable'

/** What of a plant tells of contact. */
type Subject = Pick<Plant, 'lastSeenAt' | 'authFailureCount' | 'lastAuthFailureAt' | 'unreadable'>

/** What contact is measured against. */
export interface ContactWatch {
  /** When the credentials were issued, Unix ms by the browser's clock. */
  sinceMs: number
  /** The last contact with the former credentials, Unix ms by the server's clock; null for never. */
  seenBeforeMs: number | null
  /** Null as long as the platform has not named a count. */
  failuresBefore: number | null
  /** Contact is told from the end of the former session only from then on. */
  isSettled: boolean
}

export type ContactState =
  | { kind: 'waiting' }
  | { kind: 'contact'; atMs: number }
  | { kind: 'refused'; times: number; lastAt: string | null | undefined }

/** Provisioning cuts the plant's live session, and the platform may count that as seen. */
const settleMs = 5 * secondMs

/** Nobody looks at a page for longer; the plant's own page goes on telling. */
export const contactPatienceMs = 30 * minuteMs

/** Begins to watch a plant as it was before its new credentials. */
export function startWatch(before: Subject, nowMs: number): ContactWatch {
  const seenBeforeMs = readInstant(before.lastSeenAt)
  return {
    sinceMs: nowMs,
    seenBeforeMs: seenBeforeMs ?? null,
    failuresBefore: failuresOf(before),
    // A plant that was never seen has no session that could be cut.
    isSettled: seenBeforeMs === null && !isUnreadable(before, 'lastSeenAt'),
  }
}

/**
 * Takes a later reading of the plant into account: what is seen at first is the end of the former session, and
 * a count that has begun anew is counted from there.
 */
export function observe(watch: ContactWatch, plant: Subject, readAtMs: number): ContactWatch {
  const failures = failuresOf(plant)
  const failuresBefore =
    failures === null ? watch.failuresBefore : Math.min(watch.failuresBefore ?? failures, failures)
  if (watch.isSettled || readAtMs < watch.sinceMs) return { ...watch, failuresBefore }
  const seenMs = readInstant(plant.lastSeenAt)
  const seenBeforeMs =
    typeof seenMs === 'number' ? Math.max(seenMs, watch.seenBeforeMs ?? seenMs) : watch.seenBeforeMs
  const isSettled = readAtMs - watch.sinceMs >= settleMs
  return { ...watch, failuresBefore, seenBeforeMs, isSettled }
}

/** Where the plant stands with its new credentials. Contact says more than refusals before it. */
export function contactState(watch: ContactWatch, plant: Subject): ContactState {
  const seenMs = readInstant(plant.lastSeenAt)
  const { seenBeforeMs, isSettled } = watch
  if (isSettled && typeof seenMs === 'number' && (seenBeforeMs === null || seenMs > seenBeforeMs)) {
    return { kind: 'contact', atMs: seenMs }
  }
  const failures = failuresOf(plant)
  const times = failures === null ? 0 : failures - (watch.failuresBefore ?? failures)
  if (times > 0) return { kind: 'refused', times, lastAt: plant.lastAuthFailureAt }
  return { kind: 'waiting' }
}

/** Milliseconds until the plant is read again; false when it is not worth it any more. */
export function contactPollMs(elapsedMs: number): number | false {
  if (elapsedMs >= contactPatienceMs) return false
  if (elapsedMs < minuteMs) return 2 * secondMs
  return elapsedMs < 5 * minuteMs ? 5 * secondMs : 15 * secondMs
}

const failuresOf = ({ authFailureCount }: Subject) => authFailureCount ?? null
