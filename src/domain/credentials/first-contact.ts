// Detects when a plant first uses its new credentials after provisioning. Only the plant's own record shows it.
import type { Plant } from '@/api/plant-schemas'
import { wasNeverSeen } from '@/domain/status/connection'
import { type CadenceStep, intervalAfter } from '@/lib/cadence'
import { formatCount } from '@/lib/format-count'
import { minuteMs, readInstant, secondMs } from '@/lib/instants'
import { clockErrorMs, toServerTime } from '@/lib/server-clock'

type Subject = Pick<Plant, 'lastSeenAt' | 'authFailureCount' | 'lastAuthFailureAt' | 'unreadable'>

/** Facts by which first contact with new credentials is recognized. */
export interface ContactWatch {
  /** Time at which the credentials were issued, Unix ms by the browser's clock. */
  sinceMs: number
  /** The last contact with the previous credentials, Unix ms by the server's clock; null for never. */
  seenBeforeMs: number | null
  failuresBefore: number | null
  /** True once contact can be distinguished from the end of the previous session. */
  isSettled: boolean
}

type ContactState =
  | { kind: 'waiting' }
  | { kind: 'contact'; atMs: number }
  | { kind: 'refused'; times: number; lastAt: string | null | undefined }

/** Provisioning disconnects the plant's live session, and the platform may count that as contact. */
const settleMs = 5 * secondMs

/** Time after which watching ends, because users leave; the plant's page continues to show its state. */
export const contactPatienceMs = 30 * minuteMs

/** Starts watching a plant, given its state before the new credentials. */
export function startWatch(before: Subject, nowMs: number): ContactWatch {
  return {
    sinceMs: nowMs,
    seenBeforeMs: readInstant(before.lastSeenAt) ?? null,
    failuresBefore: failuresOf(before),
    // A plant that has never connected has no session to disconnect.
    isSettled: wasNeverSeen(before),
  }
}

/** Updates the watch with a later reading; contact within the first seconds is the end of the previous session. */
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

/**
 * Determines whether the plant has used its new credentials. Contact outweighs earlier rejections. A platform may report
 * contact late, so it must also be later than the credentials.
 */
export function contactState(watch: ContactWatch, plant: Subject): ContactState {
  const seenMs = readInstant(plant.lastSeenAt)
  const { seenBeforeMs, isSettled, sinceMs } = watch
  if (isSettled && typeof seenMs === 'number') {
    const isNew = seenBeforeMs === null || seenMs > seenBeforeMs
    const isSinceIssue = seenMs >= toServerTime(sinceMs) - clockErrorMs()
    if (isNew && isSinceIssue) return { kind: 'contact', atMs: seenMs }
  }
  const failures = failuresOf(plant)
  const times = failures === null ? 0 : failures - (watch.failuresBefore ?? failures)
  if (times > 0) return { kind: 'refused', times, lastAt: plant.lastAuthFailureAt }
  return { kind: 'waiting' }
}

/** Says how often a plant was refused since it was provisioned, and what to check. */
export function refusedText(times: number): string {
  const count = times === 1 ? 'once' : `${formatCount(times)} times`
  return `Refused ${count} since provisioning: does the plant use the new package?`
}

const steps: readonly CadenceStep[] = [
  { untilMs: minuteMs, everyMs: 2 * secondMs },
  { untilMs: 5 * minuteMs, everyMs: 5 * secondMs },
  { untilMs: contactPatienceMs, everyMs: 15 * secondMs },
]

/** Returns the milliseconds until the plant is read again; false once watching has timed out. */
export function contactPollMs(elapsedMs: number): number | false {
  return intervalAfter(steps, elapsedMs) ?? false
}

const failuresOf = ({ authFailureCount }: Subject) => authFailureCount ?? null
