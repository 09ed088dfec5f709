import type { PlantAction } from './plant-action-names'
import type { AccountRole } from '@/api/account-schemas'
import type { Person } from '@/api/session/session-grant'
import { isKeyOf, lookUp } from '@/lib/look-up'

/** Anything that not every role may do. */
export type GuardedAction =
  | 'createPlant'
  | 'sendCommand'
  | 'manageAccounts'
  | 'manageSuperAdmins'
  | PlantAction

/** Roles as the embedded platform names them; the API documentation names none. */
const roleWords: Record<AccountRole, string> = {
  'super-admin': 'Super administrator',
  admin: 'Administrator',
  operator: 'Operator',
  support: 'Support',
}

const administrators: readonly AccountRole[] = ['super-admin', 'admin']

const operators: readonly AccountRole[] = [...administrators, 'operator']

const rights: Record<GuardedAction, { roles: readonly AccountRole[]; refusal: string }> = {
  createPlant: { roles: administrators, refusal: 'Only administrators can create plants.' },
  sendCommand: {
    roles: operators,
    refusal: 'Only operators and administrators can send commands.',
  },
  manageAccounts: { roles: administrators, refusal: 'Only administrators can manage accounts.' },
  manageSuperAdmins: {
    roles: ['super-admin'],
    refusal: 'Only super administrators can manage super administrators.',
  },
  edit: { roles: administrators, refusal: 'Only administrators can edit plants.' },
  // Contract: `organizationId` is "Super-admin only".
  move: { roles: ['super-admin'], refusal: 'Only super administrators can move plants.' },
  suspend: { roles: administrators, refusal: 'Only administrators can suspend plants.' },
  reactivate: { roles: administrators, refusal: 'Only administrators can reactivate plants.' },
  revoke: { roles: administrators, refusal: 'Only administrators can revoke plants.' },
  delete: { roles: administrators, refusal: 'Only administrators can delete plants.' },
  provision: { roles: administrators, refusal: 'Only administrators can provision plants.' },
  download: { roles: administrators, refusal: 'Only administrators can download packages.' },
  'rotate-secret': { roles: administrators, refusal: 'Only administrators can rotate secrets.' },
  'mqtt-token': { roles: administrators, refusal: 'Only administrators can issue tokens.' },
}

/** Returns why a user may not perform an action; undefined for roles not known here: then the server decides. */
export function whyForbidden(
  person: Pick<Person, 'roles'>,
  action: GuardedAction,
): string | undefined {
  const known = person.roles?.filter((role) => isKeyOf(roleWords, role)) ?? []
  if (known.length === 0 || known.some((role) => rights[action].roles.includes(role)))
    return undefined
  return rights[action].refusal
}

/** Describes a user's roles; unknown ones keep their raw name. */
export function describeRoles({ roles = [] }: Pick<Person, 'roles'>): string {
  return roles.map((role) => lookUp(roleWords, role) ?? role).join(', ')
}
