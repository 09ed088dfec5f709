import type { Person } from '@/api/session-grant'

/** Deeds that not everybody may do. */
export type Deed = 'createPlant'

/** Roles as the embedded platform names them; the API's document names none. */
type Role = 'super-admin' | 'admin' | 'operator' | 'support'

/** What each role is called. */
export const roleWords: Record<Role, string> = {
  'super-admin': 'Super administrator',
  admin: 'Administrator',
  operator: 'Operator',
  support: 'Support',
}

const allowedRoles: Record<Deed, readonly Role[]> = {
  createPlant: ['super-admin', 'admin'],
}

const refusals: Record<Deed, string> = {
  createPlant: 'Only administrators create plants.',
}

/**
 * Why this person may not do a deed; undefined when they may, or when their token names no role known
 * here: then the server's answer decides.
 */
export function whyForbidden(person: Pick<Person, 'roles'>, deed: Deed): string | undefined {
  const known = person.roles?.filter(isRole) ?? []
  if (known.length === 0 || known.some((role) => allowedRoles[deed].includes(role)))
    return undefined
  return refusals[deed]
}

/** A person's roles in words; unknown ones keep their raw name. */
export function describeRoles({ roles = [] }: Pick<Person, 'roles'>): string {
  return roles.map((role) => (isRole(role) ? roleWords[role] : role)).join(', ')
}

function isRole(role: string): role is Role {
  return Object.hasOwn(roleWords, role)
}
