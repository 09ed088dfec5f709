/** Roles of the platform. */
export const roles = ['super-admin', 'admin', 'operator', 'support'] as const
export type Role = (typeof roles)[number]

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
