import type { Meaning } from './meaning'
import type { LifecycleStatus } from '@/api/plant-schemas'

/** The contract shows PENDING and mentions others; the rest is assumed, so only labels and colours depend on it. */
export const lifecycleMeanings: Record<LifecycleStatus, Meaning> = {
  PENDING: { label: 'Pending', tone: 'info', hint: 'Created, not provisioned yet.' },
  PROVISIONED: {
    label: 'Provisioned',
    tone: 'info',
    hint: 'Has credentials, has never connected.',
  },
  ACTIVE: { label: 'Active', tone: 'ok', hint: 'In operation.' },
  SUSPENDED: { label: 'Suspended', tone: 'warn', hint: 'Disabled for a time; can be reactivated.' },
  REVOKED: { label: 'Revoked', tone: 'danger', hint: 'Its credentials are no longer valid.' },
  DECOMMISSIONED: { label: 'Decommissioned', tone: 'neutral', hint: 'Permanently out of service.' },
}

/**
 * Returns true for states in which a plant and its credentials are out of use for good: its certificate's expiry doesn't
 * matter, and it has no secret.
 */
export function isWithdrawn(lifecycleStatus: string | null | undefined): boolean {
  return lifecycleStatus === 'REVOKED' || lifecycleStatus === 'DECOMMISSIONED'
}
