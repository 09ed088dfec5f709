import { type RiskGrade, defaultThresholds, riskGrade } from './thresholds'
import type { Plant } from '@/api/plant-schemas'
import { credentialOf } from '@/domain/plant/plant-words'
import { isWithdrawn } from '@/domain/status/lifecycle'
import { dayMs, readInstant } from '@/lib/instants'
import type { Tone } from '@/lib/tone'
import { isUnreadable } from '@/lib/unreadable'

/** Time until a certificate expires, in buckets. A withdrawn plant has its own, whatever the date. */
export type ExpiryBucket =
  | 'revoked'
  | 'decommissioned'
  | 'expired'
  | 'week'
  | 'month'
  | 'quarter'
  | 'later'
  | 'unreadable'
  | 'none'

/** The buckets are the grades by the default thresholds; one without risk is divided once more. */
const bucketOfGrade: Record<Exclude<RiskGrade, 'later'>, ExpiryBucket> = {
  expired: 'expired',
  urgent: 'week',
  soon: 'month',
}
const quarterDays = 90

/** Labels and tones of the buckets. */
export const expiryMeanings: Record<ExpiryBucket, { label: string; tone: Tone }> = {
  revoked: { label: 'Revoked', tone: 'neutral' },
  decommissioned: { label: 'Decommissioned', tone: 'neutral' },
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
  return (credentialOf(authMethod) ?? 'certificate') === 'certificate'
}

/** Returns true for a plant that authenticates with a certificate and is not withdrawn. */
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

/** Returns the expiry of a plant's certificate (Unix ms); null without one, undefined for one that is unreadable. */
export function certificateEnd(
  plant: Pick<Plant, 'certificateExpiresAt' | 'unreadable'>,
): number | null | undefined {
  if (isUnreadable(plant, 'certificateExpiresAt')) return undefined
  return readInstant(plant.certificateExpiresAt)
}

/** Returns the expiry bucket at a given time. */
export function expiryBucket(
  plant: Pick<Plant, 'certificateExpiresAt' | 'lifecycleStatus' | 'unreadable'>,
  nowMs: number,
): ExpiryBucket {
  return expiryBucketAt(certificateEnd(plant), plant.lifecycleStatus, nowMs)
}

/** Returns the bucket of an expiry as read by `certificateEnd`. Revoking a plant revokes its certificate (`POST …/revoke`). */
export function expiryBucketAt(
  endMs: number | null | undefined,
  lifecycleStatus: string,
  nowMs: number,
): ExpiryBucket {
  if (endMs === null) return 'none'
  if (isWithdrawn(lifecycleStatus))
    return lifecycleStatus === 'REVOKED' ? 'revoked' : 'decommissioned'
  if (endMs === undefined) return 'unreadable'
  const grade = riskGrade(endMs, nowMs, defaultThresholds)
  if (grade !== 'later') return bucketOfGrade[grade]
  return endMs - nowMs <= quarterDays * dayMs ? 'quarter' : 'later'
}
