import { type RiskGrade, defaultThresholds, riskGrade } from './certificate-thresholds'
import type { Plant } from '@/api/plant-schemas'
import { credentialOf } from '@/domain/credentials/auth-methods'
import { type CredentialMembers, awaitsCredentials } from '@/domain/credentials/awaits-credentials'
import { type Withdrawal, withdrawalOf } from '@/domain/status/lifecycle'
import { dayMs, readInstant } from '@/lib/instants'
import type { Tone } from '@/lib/tone'
import { isUnreadable } from '@/lib/unreadable'

/** The reason why a certificate is not in use: its plant authenticates otherwise, or is withdrawn. */
type CertificateDisuse = 'unused' | Withdrawal

/** Time until a certificate expires, in buckets. One that isn't in use has its own, whatever the date. */
export type ExpiryBucket =
  | CertificateDisuse
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

/** Times left at which a certificate changes from one bucket to another, ms. */
export const expiryEdgesMs = [
  0,
  defaultThresholds.urgentDays,
  defaultThresholds.soonDays,
  quarterDays,
].map((days) => days * dayMs)

/** Labels and tones of the buckets, in the order in which a filter lists them. None contains another one. */
export const expiryMeanings: Record<ExpiryBucket, { label: string; tone: Tone }> = {
  expired: { label: 'Expired', tone: 'danger' },
  week: { label: `Expires within ${defaultThresholds.urgentDays} days`, tone: 'danger' },
  month: {
    label: `Expires in ${defaultThresholds.urgentDays} to ${defaultThresholds.soonDays} days`,
    tone: 'warn',
  },
  quarter: {
    label: `Expires in ${defaultThresholds.soonDays} to ${quarterDays} days`,
    tone: 'neutral',
  },
  later: { label: `Valid for over ${quarterDays} days`, tone: 'neutral' },
  none: { label: 'No certificate', tone: 'neutral' },
  unused: { label: 'Not used', tone: 'neutral' },
  revoked: { label: 'Revoked', tone: 'neutral' },
  decommissioned: { label: 'Decommissioned', tone: 'neutral' },
  unreadable: { label: 'Expiry unreadable', tone: 'warn' },
}

/** Returns false for methods without a certificate; one may still be listed from before the method was changed. */
export function needsCertificate({ authMethod }: Pick<CertificateUser, 'authMethod'>): boolean {
  return (credentialOf(authMethod) ?? 'certificate') === 'certificate'
}

/** Text in the place of an expiry, for a plant that awaits its certificate. */
export const noCertificateYet = 'none yet'

/** Returns true for a plant that gets its first certificate when it is provisioned. */
export function awaitsCertificate(plant: CertificateUser & CredentialMembers): boolean {
  return needsCertificate(plant) && awaitsCredentials(plant)
}

/** Words for a certificate that isn’t in use: a text in the place of its expiry, and the reason, without a full stop. */
export const disuseWords: Record<CertificateDisuse, { text: string; reason: string }> = {
  unused: { text: 'not used', reason: 'The plant doesn’t authenticate with a certificate' },
  revoked: { text: 'revoked', reason: 'The plant is revoked' },
  decommissioned: { text: 'decommissioned', reason: 'The plant is decommissioned' },
}

/** The members that decide whether a plant uses its certificate. */
interface CertificateUser {
  authMethod?: string | null | undefined
  lifecycleStatus?: string | null | undefined
}

/** Returns why a plant doesn't use its certificate, so that the expiry doesn't matter; undefined when it does. */
export function disuseOf(plant: CertificateUser): CertificateDisuse | undefined {
  return needsCertificate(plant) ? withdrawalOf(plant.lifecycleStatus) : 'unused'
}

/** Returns true for a plant that authenticates with a certificate and is not withdrawn. */
export function hasCertificateInUse(plant: CertificateUser): boolean {
  return disuseOf(plant) === undefined
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
  plant: CertificateUser & Pick<Plant, 'certificateExpiresAt' | 'unreadable'>,
  nowMs: number,
): ExpiryBucket {
  return expiryBucketAt(certificateEnd(plant), plant, nowMs)
}

/** Returns the bucket of an expiry as read by `certificateEnd`. Revoking a plant revokes its certificate (`POST …/revoke`). */
export function expiryBucketAt(
  endMs: number | null | undefined,
  plant: CertificateUser,
  nowMs: number,
): ExpiryBucket {
  if (endMs === null) return 'none'
  const disuse = disuseOf(plant)
  if (disuse !== undefined) return disuse
  if (endMs === undefined) return 'unreadable'
  const grade = riskGrade(endMs, nowMs, defaultThresholds)
  if (grade !== 'later') return bucketOfGrade[grade]
  return endMs - nowMs <= quarterDays * dayMs ? 'quarter' : 'later'
}
