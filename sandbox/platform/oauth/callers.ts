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
  /** Client of the user's API credentials, if the session was opened with them. */
  apiClientId: string | null
  isByApiCredentials: boolean
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
    .leftJoin('apiCredentials', 'apiCredentials.clientId', 'sessions.clientId')
    .where('sessions.id', '=', sessionId)
    .where('sessions.revokedAt', 'is', null)
    .where('sessions.expiresAt', '>', platform.now().toISOString())
    .where('users.isDemo', 'in', allowedIsDemoValues(platform))
    .where('users.disabledAt', 'is', null)
    .select([
      'apiCredentials.clientId as apiClientId',
      'users.id as userId',
      'users.username',
      'users.role',
      'organizations.id as organizationId',
      'organizations.name as organizationName',
      'organizations.accessTokenSeconds',
    ])
    .executeTakeFirst()
  if (!found) return null
  const isByApiCredentials = found.apiClientId !== null
  return { ...found, role: roleOf(found.role), sessionId, isByApiCredentials }
}
