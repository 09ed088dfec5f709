import { ApiProblem } from './api-problem'
import { isUuid } from './uuid'
import { type Caller, callerOf } from '#sandbox/platform/oauth/callers'
import type { Role } from '#sandbox/platform/oauth/roles'
import type { PlatformContext } from '#sandbox/platform/platform-context'

/** Returns the caller of a request; throws 401 without a valid access token of an active session. */
export async function authenticate(
  platform: PlatformContext,
  authorization: string | undefined,
): Promise<Caller> {
  const token = /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
  const sessionId = token === undefined ? null : await platform.accessTokens.readSession(token)
  const caller = sessionId && (await callerOf(platform, sessionId))
  if (caller) return caller
  throw new ApiProblem('UNAUTHORIZED', 'Unauthorized', {
    headers: { 'www-authenticate': 'Bearer realm="plantdeck"' },
  })
}

export function requireRole(caller: Caller, roles: readonly Role[]): void {
  if (!roles.includes(caller.role)) {
    throw new ApiProblem('FORBIDDEN', `The role ${caller.role} does not allow this`)
  }
}

/** Returns the organization of a request: the caller's own, or for super-admins the one in `x-org-id`. */
export async function organizationOf(
  platform: PlatformContext,
  caller: Caller,
  header: string | undefined,
): Promise<string> {
  if (header === undefined || header === '') return caller.organizationId
  if (!isUuid(header)) throw new ApiProblem('BAD_REQUEST', 'x-org-id must be a UUID')
  const organizationId = header.toLowerCase()
  if (organizationId === caller.organizationId) return organizationId
  if (caller.role === 'super-admin') {
    const found = await platform.database
      .selectFrom('organizations')
      .where('id', '=', organizationId)
      .select('id')
      .executeTakeFirst()
    if (found) return found.id
  }
  throw new ApiProblem(
    'INSUFFICIENT_ORG_PERMISSIONS',
    'You do not have access to the organization in x-org-id',
  )
}
