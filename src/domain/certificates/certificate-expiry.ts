import type { Plant } from '@/api/plant-schemas'
import { dayMs, readInstant } from '@/lib/instants'
import type { Tone } from '@/lib/tone'
import { isUnreadable } from '@/lib/unreadable'

/** Time until a certificate expires, in buckets; a revoked one has its own, whatever its date. */
export type ExpiryBucket =
  | 'revoked'
  | 'expired'
  | 'week'
  | 'month'
  | 'quarter'
  | 'later'
  | 'unreadable'
  | 'none'

/** Days left at which a certificate becomes an alarm, and a warning. */
export const expiryDays = { week: 7, month: 30 }

const bounds: readonly { bucket: ExpiryBucket; withinDays: number }[] = [
  { bucket: 'expired', withinDays: 0 },
  { bucket: 'week', withinDays: expiryDays.week },
  { bucket: 'month', withinDays: expiryDays.month },
  { bucket: 'quarter', withinDays: 90 },
]

/** Labels and tones. Renewing takes time, so a month before expiry is a warning and a week is an alarm. */
export const expiryMeanings: Record<ExpiryBucket, { label: string; tone: Tone }> = {
  revoked: { label: 'Revoked', tone: 'neutral' },
  expired: { label: 'Expired', tone: 'danger' },
  week: { label: 'Expires within a week', tone: 'danger' },
  month: { label: 'Expires within 30 days', tone: 'warn' },
  quarter: { label: 'Expires within 90 days', tone: 'neutral' },
  later: { label: 'Valid', tone: 'neutral' },
  unreadable: { label: 'Expiry unreadable', tone: 'warn' },
  none: { label: 'No certificate', tone: 'neutral' },
}

/** Returns false for methods without a certificate; one may still be listed from before the method was changed. */
export function needsCertificate({
  authMethod,
}: {
  authMethod?: string | null | undefined
}): boolean {
  return authMethod !== 'TOKEN' && authMethod !== 'PASSWORD'
}

/** Returns true for states in which a certificate is out of use for good, so that its expiry doesn't matter. */
export function isWithdrawn(lifecycleStatus: string | null | undefined): boolean {
  return lifecycleStatus === 'REVOKED' || lifecycleStatus === 'DECOMMISSIONED'
}

/** Returns true for a plant that authenticates with a certificate and is not out of use for good. */
export function hasCertificateInUse(plant: {
  authMethod?: string | null | undefined
  lifecycleStatus?: string | null | undefined
}): boolean {
  return needsCertificate(plant) && !isWithdrawn(plant.lifecycleStatus)
}

/** Returns true when a plant that authenticates with a certificate has an expired one. */
export function hasExpiredCertificate(
  plant: Pick<Plant, 'authMethod' | 'certificateExpiresAt' | 'lifecycleStatus' | 'unreadable'>,
  nowMs: number,
): boolean {
  return needsCertificate(plant) && expiryBucket(plant, nowMs) === 'expired'
}

/** Returns the expiry bucket at a given time. Revoking a plant revokes its certificate (`POST …/revoke`). */
export function expiryBucket(
  plant: Pick<Plant, 'certificateExpiresAt' | 'lifecycleStatus' | 'unreadable'>,
  nowMs: number,
): ExpiryBucket {
  const { certificateExpiresAt, lifecycleStatus } = plant
  const endMs = isUnreadable(plant, 'certificateExpiresAt')
    ? undefined
    : readInstant(certificateExpiresAt)
  return expiryBucketAt(endMs, lifecycleStatus, nowMs)
}

/** Returns the expiry bucket of an instant as read by `readInstant`; undefined for one that is unreadable. */
export function expiryBucketAt(
  endMs: number | null | undefined,
  lifecycleStatus: string,
  nowMs: number,
): ExpiryBucket {
  if (endMs === null) return 'none'
  if (lifecycleStatus === 'REVOKED') return 'revoked'
  if (endMs === undefined) return 'unreadable'
  const daysLeft = (endMs - nowMs) / dayMs
  return bounds.find(({ withinDays }) => daysLeft <= withinDays)?.bucket ?? 'later'
}
