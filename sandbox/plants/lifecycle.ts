import type { LifecycleStatus } from '@/api/plant-schemas'

/** Steps that an administrator takes. */
export type LifecycleStep = 'suspend' | 'reactivate' | 'revoke'

/**
 * Where a plant goes from each state. The document speaks of activated, suspended, reactivated, revoked and
 * decommissioned plants and says only of *revoke* when it is refused; the rest is read into it:
 * PENDING → PROVISIONED → ACTIVE ⇄ SUSPENDED → REVOKED. There is nothing to revoke before a plant has
 * credentials, and nothing to suspend before it has reported.
 */
export const lifecycle: Record<LifecycleStatus, Partial<Record<LifecycleStep, LifecycleStatus>>> = {
  PENDING: {},
  PROVISIONED: { revoke: 'REVOKED' },
  ACTIVE: { suspend: 'SUSPENDED', revoke: 'REVOKED' },
  SUSPENDED: { reactivate: 'ACTIVE', revoke: 'REVOKED' },
  REVOKED: {},
  DECOMMISSIONED: {},
}

/** The state a step leads to; null when it is not possible in this one. */
export function stateAfter(step: LifecycleStep, state: string): LifecycleStatus | null {
  return isKnown(state) ? (lifecycle[state][step] ?? null) : null
}

/** The states in which a step is possible. */
export function statesFor(step: LifecycleStep): string[] {
  return Object.keys(lifecycle).filter((state) => stateAfter(step, state) !== null)
}

function isKnown(state: string): state is LifecycleStatus {
  return Object.hasOwn(lifecycle, state)
}
