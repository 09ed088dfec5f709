import type { AuthorizationCodes } from './authorization-codes'
import { callerOf } from './callers'
import { OAuthError } from './oauth-error'
import { checkPassword } from './password-check'
import { rotateRefreshToken } from './rotation'
import { endSession, openSession } from './sessions'
import type { SignInLimit } from './sign-in-limit'
import { isEnabled } from './sign-in-users'
import type { PlatformContext } from '#sandbox/platform/platform-context'

interface TokenRequest {
  clientId: string
  form: ReadonlyMap<string, string>
  address: string
  limit: SignInLimit
  codes: AuthorizationCodes
}

/** Successful response of the token endpoint, RFC 6749 section 5.1. */
interface TokenResponse {
  access_token: string
  token_type: 'Bearer'
  expires_in: number
  refresh_token: string
}

type Grant = (platform: PlatformContext, request: TokenRequest) => Promise<TokenResponse>

export const grants: ReadonlyMap<string, Grant> = new Map([
  ['password', grantByPassword],
  ['authorization_code', grantByCode],
  ['refresh_token', grantByRefreshToken],
])

async function grantByPassword(
  platform: PlatformContext,
  { clientId, form, address, limit }: TokenRequest,
): Promise<TokenResponse> {
  const username = required(form, 'username')
  const password = required(form, 'password')
  const attempt = { clientId, username, password, address }
  const user = await checkPassword(platform, limit, attempt)
  return tokenResponse(
    platform,
    await openSession(platform.database, user, clientId, platform.now()),
  )
}

/** RFC 6749 section 4.1.3, with PKCE (RFC 7636 section 4.5). */
async function grantByCode(
  platform: PlatformContext,
  { clientId, form, codes }: TokenRequest,
): Promise<TokenResponse> {
  const now = platform.now()
  const wanted = {
    clientId,
    redirectUri: required(form, 'redirect_uri'),
    codeVerifier: required(form, 'code_verifier'),
  }
  const taken = codes.take(required(form, 'code'), wanted, now.getTime())
  if (taken?.kind === 'replayed') await endSession(platform.database, taken.sessionId, now)
  const isGood = taken?.kind === 'valid' && (await isEnabled(platform.database, taken.user))
  if (!isGood) throw new OAuthError('invalid_grant', 'The code is not valid. Sign in again.')
  const session = await openSession(platform.database, taken.user, clientId, now)
  if (!taken.markUsed(session.sessionId))
    await endSession(platform.database, session.sessionId, now)
  return tokenResponse(platform, session)
}

async function grantByRefreshToken(
  platform: PlatformContext,
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
  // Requests and renewals of tokens count like calls: a program that only renews its token uses the credentials, too.
  if (caller.apiClientId !== null) platform.credentialUse.note(caller.apiClientId, platform.now())
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
