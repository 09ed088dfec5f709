import { allowedIsDemoValues } from './demo-users'
import { type Role, roleOf } from './roles'
import type { PlatformContext } from '#sandbox/platform/platform-context'

export interface Caller {
  sessionId: string
  userId: string
  username: string
  role: Role
  organizationId: string
  organizationName: string
  accessTokenSeconds: number | null
}

/** Returns the current user of a session, or null if the session is over or the user may not sign in here. */
export async function callerOf(
  platform: PlatformContext,
  sessionId: string,
): Promise<Caller | null> {
  const found = await platform.database
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.userId')
    .innerJoin('organizations', 'organizations.id', 'users.organizationId')
    .where('sessions.id', '=', sessionId)
    .where('sessions.revokedAt', 'is', null)
    .where('sessions.expiresAt', '>', platform.now().toISOString())
    .where('users.isDemo', 'in', allowedIsDemoValues(platform))
    .select([
      'users.id as userId',
      'users.username',
      'users.role',
      'organizations.id as organizationId',
      'organizations.name as organizationName',
      'organizations.accessTokenSeconds',
    ])
    .executeTakeFirst()
  return found ? { ...found, role: roleOf(found.role), sessionId } : null
}
