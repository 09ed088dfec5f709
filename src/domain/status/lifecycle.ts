import type { Meaning } from './meaning'
import type { LifecycleStatus } from '@/api/plant-schemas'

/**
 * Meanings of the lifecycle states. The contract shows PENDING and mentions activated, suspended, revoked and
 * decommissioned plants; the others are assumed, so only labels and colours depend on them.
 */
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
