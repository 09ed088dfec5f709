export const roles = ['super-admin', 'admin', 'operator', 'support'] as const
export type Role = (typeof roles)[number]

/** Roles with all permissions, including credentials and deletion. */
export const administrators: readonly Role[] = ['super-admin', 'admin']

/** Roles that may read and send commands to physical plants. */
export const operators: readonly Role[] = [...administrators, 'operator']

export const readers: readonly Role[] = roles

/** Returns the role for a stored value; an unknown value gets the fewest rights. */
export function roleOf(stored: string): Role {
  return roles.find((role) => role === stored) ?? 'support'
}
