import type { Plant } from '@/api/plant-schemas'
import { credentialsIn } from '@/domain/status/lifecycle'
import { isUnreadable } from '@/lib/unreadable'

/** The members that show credentials. */
export type CredentialMembers = Pick<
  Plant,
  | 'lifecycleStatus'
  | 'secretRotatedAt'
  | 'certificateFingerprint'
  | 'certificateSerialNumber'
  | 'certificateExpiresAt'
  | 'unreadable'
>

/**
 * Returns true for a PENDING plant that shows no credentials. A PENDING plant may have some, and an
 * unreadable one counts.
 */
export function awaitsCredentials(plant: CredentialMembers): boolean {
  if (credentialsIn(plant.lifecycleStatus) !== 'none') return false
  const isOneUnreadable = isUnreadable(
    plant,
    'certificateFingerprint',
    'certificateSerialNumber',
    'certificateExpiresAt',
    'secretRotatedAt',
  )
  return !(
    isOneUnreadable ||
    (plant.certificateFingerprint ??
      plant.certificateSerialNumber ??
      plant.certificateExpiresAt ??
      plant.secretRotatedAt)
  )
}
