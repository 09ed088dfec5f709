import { type Meaning, meaningOf } from './meaning'
import type { LifecycleStatus } from '@/api/plant-schemas'
import { keysOf } from '@/lib/keyed-record'
import { lookUp } from '@/lib/look-up'
import { isUnreadable } from '@/lib/unreadable'

/** The contract shows PENDING and mentions others; the rest is assumed, so the server has the last word on every action. */
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

/** Returns the meaning of a plant's lifecycle; one that is unreadable is not taken for one that is missing. */
export function lifecycleMeaning(plant: {
  lifecycleStatus?: string | null | undefined
  unreadable?: readonly string[]
}): Meaning {
  const isValueUnreadable = isUnreadable(plant, 'lifecycleStatus')
  return meaningOf(lifecycleMeanings, plant.lifecycleStatus ?? '', isValueUnreadable)
}

/** The two ways in which a plant is withdrawn permanently. */
export type Withdrawal = 'revoked' | 'decommissioned'

/** State of a plant's credentials; those of a withdrawn plant are no longer valid. */
export type CredentialState = 'none' | 'unused' | 'in use' | 'suspended' | Withdrawal

interface Phase {
  /** The plant is not expected to be connected (platform's document, lifecycle of a plant). */
  isResting: boolean
  credentials: CredentialState
}

/** Answers for each state; of an unknown one nothing is claimed. */
const phases: Record<LifecycleStatus, Phase> = {
  PENDING: { isResting: true, credentials: 'none' },
  PROVISIONED: { isResting: false, credentials: 'unused' },
  ACTIVE: { isResting: false, credentials: 'in use' },
  SUSPENDED: { isResting: true, credentials: 'suspended' },
  REVOKED: { isResting: true, credentials: 'revoked' },
  DECOMMISSIONED: { isResting: true, credentials: 'decommissioned' },
}

/** Returns true in a state in which a plant is not expected to be connected. */
export function isResting(lifecycleStatus: string | null | undefined): boolean {
  return lookUp(phases, lifecycleStatus ?? '')?.isResting ?? false
}

/** All states in which a plant is not expected to be connected. */
export const restingLifecycles = keysOf(phases).filter((one) => phases[one].isResting)

/** Returns the state of a plant's credentials by its lifecycle; undefined in an unknown one. */
export function credentialsIn(
  lifecycleStatus: string | null | undefined,
): CredentialState | undefined {
  return lookUp(phases, lifecycleStatus ?? '')?.credentials
}

/** Returns the way in which a plant is withdrawn; undefined for one that isn't, or may not be. */
export function withdrawalOf(lifecycleStatus: string | null | undefined): Withdrawal | undefined {
  const credentials = credentialsIn(lifecycleStatus)
  return credentials === 'revoked' || credentials === 'decommissioned' ? credentials : undefined
}

/**
 * Returns true for states in which a plant is withdrawn, and its credentials with it: its certificate's expiry doesn't
 * matter, and it has no secret.
 */
export function isWithdrawn(lifecycleStatus: string | null | undefined): boolean {
  return withdrawalOf(lifecycleStatus) !== undefined
}
