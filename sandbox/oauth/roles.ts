/** Roles of the platform. */
export type Role = 'super-admin' | 'admin' | 'operator' | 'support'

const roles: readonly Role[] = ['super-admin', 'admin', 'operator', 'support']

/** Everything, credentials and deletion included. */
export const administrators: readonly Role[] = ['super-admin', 'admin']

/** Reads, and commands to physical plants. */
export const operators: readonly Role[] = [...administrators, 'operator']

/** Reads. */
export const readers: readonly Role[] = roles

/** A role as stored; anything unknown has the least rights. */
export function roleOf(stored: string): Role {
  return roles.find((role) => role === stored) ?? 'support'
}
