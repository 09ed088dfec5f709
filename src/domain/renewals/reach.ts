// The way to reach a plant. A new certificate comes in a package that someone installs; a plant that can't be reached needs
// a visit.
import type { Plant } from '@/api/plant-schemas'
import { certificateEnd } from '@/domain/certificates/certificate-expiry'
import { isExpired } from '@/domain/certificates/certificate-thresholds'
import { isSilent, wasNeverSeen } from '@/domain/status/connection'
import { connectionKind } from '@/domain/status/connection-kind'
import { isResting } from '@/domain/status/lifecycle'
import { dayMs, hourMs, minuteMs, readInstant } from '@/lib/instants'
import { isUnreadable } from '@/lib/unreadable'

/** A plant's record as far as its certificate is concerned. */
export type CertificatePlant = Pick<
  Plant,
  | 'id'
  | 'name'
  | 'serialNumber'
  | 'status'
  | 'lifecycleStatus'
  | 'authMethod'
  | 'lastSeenAt'
  | 'certificateExpiresAt'
  | 'certificateFingerprint'
  | 'certificateSerialNumber'
  | 'authFailureCount'
  | 'lastAuthFailureAt'
  | 'unreadable'
>

/**
 * The way to reach a plant: `connected`; `silent` for days although connected; `offline`; `never` connected; `resting` in a state
 * without connections; with an expired certificate, `lockedOut` while it tries to connect, `dark` when it doesn't, and
 * `expired` without proof of either; `unknown` when the state is.
 */
export type Reach =
  | 'connected'
  | 'silent'
  | 'offline'
  | 'never'
  | 'resting'
  | 'lockedOut'
  | 'dark'
  | 'expired'
  | 'unknown'

/** Evidence from the whole fleet about the platform that keeps its records. */
export interface FleetEvidence {
  /**
   * True when some plant shows a failed authentication: without one, a platform that doesn't count them looks like
   * plants that don't try.
   */
  doesCountFailures: boolean
  /**
   * Time from the fleet's latest contact or attempt until it was read, ms; Infinity without any. Hours mean that the
   * broker is down, the clock of the reading is ahead of the platform's, or the fleet is small; less than 0 that the
   * clock is behind.
   */
  latestSignAgeMs: number
}

/** Our own limit: a controller waits for a few minutes at most between two attempts. */
const recentAttemptMs = 15 * minuteMs
/** Our own limit: an hour without an attempt is silence, unless the controller never tried more often. */
const silentMs = hourMs
/** Silence of a plant in intervals between its attempts: one or two may have been lost on the way. */
const silentIntervals = 3
/** Our own limit: clocks can be hours off, by a wrong time zone, but not days. */
export const maxClockErrorMs = dayMs

/** Returns how a plant can be reached, given when it was read (Unix ms, server's clock) and what its fleet shows. */
export function reachOf(plant: CertificatePlant, nowMs: number, fleet: FleetEvidence): Reach {
  if (isResting(plant.lifecycleStatus)) return 'resting'
  const kind = connectionKind(plant.status)
  if (kind === 'connected') return isSilent(plant, nowMs) ? 'silent' : 'connected'
  const endMs = certificateEnd(plant)
  if (typeof endMs === 'number' && isExpired(endMs, nowMs))
    return whileExpired(plant, endMs, nowMs, fleet)
  if (kind === 'unsure') return 'unknown'
  return wasNeverSeen(plant) ? 'never' : 'offline'
}

/** Returns the plant's latest contact and failed authentication, Unix ms: -Infinity for none, undefined if unreadable. */
export function signsOf(
  plant: Pick<CertificatePlant, 'lastSeenAt' | 'lastAuthFailureAt' | 'unreadable'>,
) {
  const timeOf = (member: 'lastSeenAt' | 'lastAuthFailureAt') => {
    const atMs = isUnreadable(plant, member) ? undefined : readInstant(plant[member])
    return atMs === null ? -Infinity : atMs
  }
  return { seenMs: timeOf('lastSeenAt'), failedMs: timeOf('lastAuthFailureAt') }
}

function whileExpired(
  plant: CertificatePlant,
  endMs: number,
  nowMs: number,
  { doesCountFailures, latestSignAgeMs }: FleetEvidence,
): Reach {
  const { seenMs, failedMs } = signsOf(plant)
  if (failedMs === undefined) return 'expired'
  const failures = isUnreadable(plant, 'authFailureCount') ? 1 : (plant.authFailureCount ?? 0)
  // A count without a time, or a platform that counts nothing.
  if (failedMs === -Infinity && (failures > 0 || !doesCountFailures)) return 'expired'
  // A failure before the latest contact was overcome.
  const isTrying = failedMs > (seenMs ?? endMs)
  const platformNowMs = nowMs - Math.min(0, latestSignAgeMs)
  if (isTrying && platformNowMs - failedMs <= recentAttemptMs) return 'lockedOut'
  if (seenMs === undefined) return 'expired'
  const heardUntilMs = nowMs - Math.min(Math.max(0, latestSignAgeMs), maxClockErrorMs)
  const silenceMs = heardUntilMs - Math.max(seenMs, failedMs)
  const intervalMs = isTrying ? intervalBefore(failedMs, Math.max(seenMs, endMs), failures) : 0
  return silenceMs > Math.max(silentMs, silentIntervals * intervalMs) ? 'dark' : 'expired'
}

/** Returns the time between attempts, ms, as if all that were counted were made between the start and the latest one. */
function intervalBefore(failedMs: number, startMs: number, failures: number): number {
  return Math.max(0, failedMs - startMs) / Math.max(1, failures)
}
