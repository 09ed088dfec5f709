import { ApiProblem } from '#sandbox/platform/http/api-problem'
import type { LifecycleStatus } from '@/api/plant-schemas'
import { isKeyOf } from '@/lib/look-up'

export type LifecycleStep = 'provision' | 'suspend' | 'reactivate' | 'revoke'

/**
 * Lifecycle transitions by state and step. The document mentions activated, suspended, reactivated, revoked and
 * decommissioned plants, but only for *revoke* does it say when it is refused; the rest is our interpretation: PENDING
 * → PROVISIONED → ACTIVE ⇄ SUSPENDED → REVOKED. A plant without credentials cannot be revoked, and a plant that never
 * reported cannot be suspended. Re-provisioning renews the credentials of a plant that may use them; first contact
 * takes a plant from PROVISIONED to ACTIVE.
 */
const lifecycle: Record<LifecycleStatus, Partial<Record<LifecycleStep, LifecycleStatus>>> = {
  PENDING: { provision: 'PROVISIONED' },
  PROVISIONED: { provision: 'PROVISIONED', revoke: 'REVOKED' },
  ACTIVE: { provision: 'ACTIVE', suspend: 'SUSPENDED', revoke: 'REVOKED' },
  SUSPENDED: { reactivate: 'ACTIVE', revoke: 'REVOKED' },
  REVOKED: {},
  DECOMMISSIONED: {},
}

function stateAfter(step: LifecycleStep, state: string): LifecycleStatus | null {
  return isKeyOf(lifecycle, state) ? (lifecycle[state][step] ?? null) : null
}

const doneWords: Record<LifecycleStep, string> = {
  provision: 'provisioned',
  suspend: 'suspended',
  reactivate: 'reactivated',
  revoke: 'revoked',
}
const alternatives = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/**
 * Returns the state after a step.
 * @throws ApiProblem BAD_REQUEST, with the states that the step needs, if it is not possible in this state
 */
export function requiredStateAfter(step: LifecycleStep, state: string): LifecycleStatus {
  const next = stateAfter(step, state)
  if (next !== null) return next
  throw new ApiProblem(
    'BAD_REQUEST',
    `The plant is ${state}. Only plants that are ${alternatives.format(statesFor(step))} can be ${doneWords[step]}.`,
  )
}

/** Returns true if a plant in this state may connect to the broker and receive commands. */
export function mayConnect(state: string): boolean {
  return state === 'PROVISIONED' || state === 'ACTIVE'
}

function statesFor(step: LifecycleStep): string[] {
  return Object.keys(lifecycle).filter((state) => stateAfter(step, state) !== null)
}
