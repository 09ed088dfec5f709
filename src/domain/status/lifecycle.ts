import type { Meaning } from './meaning'
import type { LifecycleStatus } from '@/api/plant-schemas'
import { lookUp } from '@/lib/look-up'

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

interface Phase {
  /** The plant is not expected to be connected (platform's document, lifecycle of a plant). */
  isResting: boolean
  /** The plant and its credentials are out of use for good. */
  isWithdrawn: boolean
}

/** Answers for each state; of an unknown one nothing is claimed. */
const phases: Record<LifecycleStatus, Phase> = {
  PENDING: { isResting: true, isWithdrawn: false },
  PROVISIONED: { isResting: false, isWithdrawn: false },
  ACTIVE: { isResting: false, isWithdrawn: false },
  SUSPENDED: { isResting: true, isWithdrawn: false },
  REVOKED: { isResting: true, isWithdrawn: true },
  DECOMMISSIONED: { isResting: true, isWithdrawn: true },
}

/** Returns true in a state in which a plant is not expected to be connected. */
export function isResting(lifecycleStatus: string | null | undefined): boolean {
  return lookUp(phases, lifecycleStatus ?? '')?.isResting ?? false
}

/**
 * Returns true for states in which a plant and its credentials are out of use for good: its certificate's expiry doesn't
 * matter, and it has no secret.
 */
export function isWithdrawn(lifecycleStatus: string | null | undefined): boolean {
  return lookUp(phases, lifecycleStatus ?? '')?.isWithdrawn ?? false
}
