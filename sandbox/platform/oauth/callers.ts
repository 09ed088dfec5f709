import type { PlatformContext } from '#sandbox/platform/platform-context'
import { actingIsDemo } from './demo-users'
import { type Role, roleOf } from './roles'

/** A signed-in person: what each request is done as. */
export interface Caller {
  sessionId: string
  userId: string
  username: string
  role: Role
  organizationId: string
  organizationName: string
  accessTokenSeconds: number | null
}

/** Who acts in a session, as the database has them now; null when it has ended or its user may not act here. */
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
    .where('users.isDemo', 'in', actingIsDemo(platform))
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
