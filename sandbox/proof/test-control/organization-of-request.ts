import type { HonoRequest } from 'hono'
import { decodeJwt } from 'jose'
import { sessionOfRefreshToken } from '#sandbox/platform/oauth/refresh-tokens'
import type { PlatformContext } from '#sandbox/platform/platform-context'

/**
 * Returns the organization of a request, for faults and the log: the one in the access token, valid or not, or at the
 * token endpoint that of the username or token in the form. Returns null for other requests.
 */
export async function organizationOfRequest(
  platform: PlatformContext,
  request: HonoRequest,
): Promise<string | null> {
  const bearer = /^bearer +(\S+)$/i.exec(request.header('authorization') ?? '')?.[1]
  if (bearer !== undefined) return claimedOrganization(bearer)
  if (!request.path.startsWith('/oauth2/')) return null
  const form = new URLSearchParams(await request.raw.clone().text())
  const username = form.get('username')
  if (username !== null) return organizationOfUser(platform, 'username', username)
  const sessionId = await sessionOfRefreshToken(
    platform.database,
    form.get('refresh_token') ?? form.get('token') ?? '',
  )
  const session =
    sessionId &&
    (await platform.database
      .selectFrom('sessions')
      .where('id', '=', sessionId)
      .select('userId')
      .executeTakeFirst())
  return session ? organizationOfUser(platform, 'id', session.userId) : null
}

function claimedOrganization(token: string): string | null {
  try {
    const { organization_id: organizationId } = decodeJwt(token)
    return typeof organizationId === 'string' ? organizationId : null
  } catch {
    return null
  }
}

async function organizationOfUser(
  platform: PlatformContext,
  column: 'id' | 'username',
  value: string,
): Promise<string | null> {
  const user = await platform.database
    .selectFrom('users')
    .where(column, '=', value)
    .select('organizationId')
    .executeTakeFirst()
  return user?.organizationId ?? null
}
