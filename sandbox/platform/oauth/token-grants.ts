import { callerOf } from './callers'
import { allowedIsDemoValues } from './demo-users'
import { OAuthError } from './oauth-error'
import { isPassword } from './passwords'
import { rotateRefreshToken } from './rotation'
import { openSession } from './sessions'
import type { SignInLimit } from './sign-in-limit'
import { findSignIn, signInEntry } from './sign-in-users'
import { addAuditEntry } from '#sandbox/platform/audit/audit-log'
import type { PlatformContext } from '#sandbox/platform/platform-context'

interface TokenRequest {
  clientId: string
  form: ReadonlyMap<string, string>
  address: string
}

/** Successful response of the token endpoint, RFC 6749 section 5.1. */
interface TokenResponse {
  access_token: string
  token_type: 'Bearer'
  expires_in: number
  refresh_token: string
}

type Grant = (
  platform: PlatformContext,
  limit: SignInLimit,
  request: TokenRequest,
) => Promise<TokenResponse>

export const grants: ReadonlyMap<string, Grant> = new Map([
  ['password', grantByPassword],
  ['refresh_token', grantByRefreshToken],
])

async function grantByPassword(
  platform: PlatformContext,
  limit: SignInLimit,
  { clientId, form, address }: TokenRequest,
): Promise<TokenResponse> {
  const username = required(form, 'username')
  const password = required(form, 'password')
  const now = platform.now()
  const succeed = limit.attempt({ username, address }, now.getTime())
  const user = await findSignIn(platform.database, clientId, username)
  const isAllowed =
    user !== undefined &&
    user.disabledAt === null &&
    allowedIsDemoValues(platform).includes(user.isDemo)
  const isRight = await isPassword(user?.passwordHash, password)
  if (!isAllowed || !isRight) {
    if (user) await addAuditEntry(platform.database, signInEntry(user, 'signInRefused'), now)
    throw new OAuthError('invalid_grant', 'The user name or password is incorrect.')
  }
  succeed()
  if (user.isByApiCredentials) platform.credentialUse.note(user.userId, now)
  return tokenResponse(platform, await openSession(platform.database, user, clientId, now))
}

async function grantByRefreshToken(
  platform: PlatformContext,
  _limit: SignInLimit,
  { clientId, form }: TokenRequest,
): Promise<TokenResponse> {
  const token = required(form, 'refresh_token')
  const session = await rotateRefreshToken(platform, token, clientId)
  if (!session) throw new OAuthError('invalid_grant', 'The session has ended. Sign in again.')
  return tokenResponse(platform, session)
}

async function tokenResponse(
  platform: PlatformContext,
  { sessionId, refreshToken }: { sessionId: string; refreshToken: string },
): Promise<TokenResponse> {
  const caller = await callerOf(platform, sessionId)
  if (!caller) throw new OAuthError('invalid_grant', 'The session has ended. Sign in again.')
  const lifeSeconds = caller.accessTokenSeconds ?? platform.accessTokenSeconds
  return {
    access_token: await platform.accessTokens.sign(caller, lifeSeconds),
    token_type: 'Bearer',
    expires_in: lifeSeconds,
    refresh_token: refreshToken,
  }
}

function required(form: ReadonlyMap<string, string>, name: string): string {
  const value = form.get(name)
  if (value) return value
  throw new OAuthError('invalid_request', `${name} is missing.`)
}
