import type { LifecycleStatus } from '@/api/plant-schemas'
import { ApiProblem } from '#sandbox/platform/http/api-problem'

/** Steps that an administrator takes. */
export type LifecycleStep = 'provision' | 'suspend' | 'reactivate' | 'revoke'

/**
 * Where a plant goes from each state. The document speaks of activated, suspended, reactivated, revoked and
 * decommissioned plants and says only of *revoke* when it is refused; the rest is read into it:
 * PENDING → PROVISIONED → ACTIVE ⇄ SUSPENDED → REVOKED. There is nothing to revoke before a plant has
 * credentials, and nothing to suspend before it has reported. Provisioning again renews the credentials of a
 * plant that may use them; first contact takes it from PROVISIONED to ACTIVE.
 */
export const lifecycle: Record<LifecycleStatus, Partial<Record<LifecycleStep, LifecycleStatus>>> = {
  PENDING: { provision: 'PROVISIONED' },
  PROVISIONED: { provision: 'PROVISIONED', revoke: 'REVOKED' },
  ACTIVE: { provision: 'ACTIVE', suspend: 'SUSPENDED', revoke: 'REVOKED' },
  SUSPENDED: { reactivate: 'ACTIVE', revoke: 'REVOKED' },
  REVOKED: {},
  DECOMMISSIONED: {},
}

/** The state a step leads to; null when it is not possible in this one. */
function stateAfter(step: LifecycleStep, state: string): LifecycleStatus | null {
  return isKnown(state) ? (lifecycle[state][step] ?? null) : null
}

const doneWords: Record<LifecycleStep, string> = {
  provision: 'provisioned',
  suspend: 'suspended',
  reactivate: 'reactivated',
  revoke: 'revoked',
}

/**
 * The state a step leads to.
 * @throws ApiProblem BAD_REQUEST, with the states that the step needs, when it is not possible in this one
 */
export function requiredStateAfter(step: LifecycleStep, state: string): LifecycleStatus {
  const next = stateAfter(step, state)
  if (next !== null) return next
  throw new ApiProblem(
    'BAD_REQUEST',
    `Plant cannot be ${doneWords[step]}: it is ${state}, and ${step} needs ${statesFor(step).join(' or ')}`,
  )
}

/** Whether a plant in this state is let in by the broker, and may be sent commands. */
export function mayConnect(state: string): boolean {
  return state === 'PROVISIONED' || state === 'ACTIVE'
}

/** The states in which a step is possible. */
function statesFor(step: LifecycleStep): string[] {
  return Object.keys(lifecycle).filter((state) => stateAfter(step, state) !== null)
}

function isKnown(state: string): state is LifecycleStatus {
  return Object.hasOwn(lifecycle, state)
}
