import { ApiProblem } from '#sandbox/platform/http/api-problem'
import type { LifecycleStatus } from '@/api/plant-schemas'
import { keysOf } from '@/lib/keyed-record'
import { lookUp } from '@/lib/look-up'

export type LifecycleStep = 'provision' | 'suspend' | 'reactivate' | 'revoke'

interface StateRules {
  /** State after each possible step. */
  steps: Partial<Record<LifecycleStep, LifecycleStatus>>
  /** The plant may connect to the broker and receive commands. */
  mayConnect: boolean
  /** The plant is out of service, and its certificate with it, so that its expiry is not a risk. */
  isWithdrawn: boolean
}

/**
 * Rules of each lifecycle state. The document mentions activated, suspended, reactivated, revoked and
 * decommissioned plants, but only for *revoke* does it say when it is refused; the rest is our interpretation: PENDING
 * → PROVISIONED → ACTIVE ⇄ SUSPENDED → REVOKED. A plant without credentials cannot be revoked, and a plant that never
 * reported cannot be suspended. Re-provisioning renews the credentials of a plant that may use them; first contact
 * takes a plant from PROVISIONED to ACTIVE.
 */
const lifecycle: Record<LifecycleStatus, StateRules> = {
  // It has no certificate yet. One that was imported with a plant counts like any other.
  PENDING: { steps: { provision: 'PROVISIONED' }, mayConnect: false, isWithdrawn: false },
  PROVISIONED: {
    steps: { provision: 'PROVISIONED', revoke: 'REVOKED' },
    mayConnect: true,
    isWithdrawn: false,
  },
  ACTIVE: {
    steps: { provision: 'ACTIVE', suspend: 'SUSPENDED', revoke: 'REVOKED' },
    mayConnect: true,
    isWithdrawn: false,
  },
  SUSPENDED: {
    steps: { reactivate: 'ACTIVE', revoke: 'REVOKED' },
    mayConnect: false,
    isWithdrawn: false,
  },
  REVOKED: { steps: {}, mayConnect: false, isWithdrawn: true },
  DECOMMISSIONED: { steps: {}, mayConnect: false, isWithdrawn: true },
}

function stateAfter(step: LifecycleStep, state: string): LifecycleStatus | null {
  return lookUp(lifecycle, state)?.steps[step] ?? null
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
  return lookUp(lifecycle, state)?.mayConnect ?? false
}

/** Lists the states in which a plant may connect. */
export function connectingStates(): LifecycleStatus[] {
  return keysOf(lifecycle).filter(mayConnect)
}

/** Lists the states in which a plant is out of service for good; its certificate is not in use. */
export function withdrawnStates(): LifecycleStatus[] {
  return keysOf(lifecycle).filter((state) => lifecycle[state].isWithdrawn)
}

function statesFor(step: LifecycleStep): string[] {
  return keysOf(lifecycle).filter((state) => stateAfter(step, state) !== null)
}
