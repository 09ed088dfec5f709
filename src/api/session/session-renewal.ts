import type { RuntimeConfig } from '@/api/config'
import { ApiError, outcomeOf } from '@/api/errors'
import { loadOAuth } from './oauth-part'
import { type Grant, nextGrant } from './session-grant'

/**
 * - `signed-out`, `signed-out-elsewhere`: a person signed out, in this tab or in another one.
 * - `ended-elsewhere`: another tab ended the session, or replaced it with another person's, while this one reloaded.
 * - `refused`: the server refused to renew it.
 * - `client-refused`: the server refused the client ID, which is sent without a secret.
 * - `not-renewable`: the server refused the access token and never gave a refresh token.
 */
export type SessionEnd =
  | 'signed-out'
  | 'signed-out-elsewhere'
  | 'ended-elsewhere'
  | 'refused'
  | 'client-refused'
  | 'not-renewable'

/**
 * A lost answer may have used the refresh token up. Servers that rotate refresh tokens take the previous one for some
 * seconds for this case: the embedded platform for 10 s, which leaves 2 s for the way there.
 */
const repeatUntilMs = 8_000
/** Leaves time to repeat a request that nobody answers. */
const firstLimitMs = 6_000
const secondLimitMs = 10_000
const pauseMs = 500

/** RFC 6749, 5.2; after them codes of OpenID Connect Core, 3.1.2.6, that some servers answer to a refresh. */
const refusals: ReadonlySet<string> = new Set([
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
  'access_denied',
  'interaction_required',
  'login_required',
  'consent_required',
])

/** Renews a grant; a request whose answer was lost is repeated once. Call it inside the tabs' lock only. */
export async function renewGrant(
  config: RuntimeConfig,
  grant: Grant,
  refreshToken: string,
): Promise<Grant> {
  const untilMs = performance.now() + repeatUntilMs
  const refresh = async (limitMs: number) => {
    const { refreshTokens } = await loadOAuth('refresh')
    return refreshTokens(config, grant.clientId, refreshToken, limitMs)
  }
  const tokens = await refresh(firstLimitMs).catch(async (error: unknown) => {
    if (!isAnswerLost(error) || performance.now() + pauseMs > untilMs) throw error
    await new Promise((resolve) => {
      setTimeout(resolve, pauseMs)
    })
    return refresh(secondLimitMs)
  })
  return nextGrant(grant, tokens)
}

/**
 * Returns true when the token endpoint itself refused, for good, what it was sent: a 4xx with one of OAuth's error
 * codes. A proxy also answers 400 or 401, with HTML or with an `error` like "Bad Request", and must end no session.
 */
export function isGrantRefused(error: unknown): error is ApiError {
  if (!(error instanceof ApiError) || error.code === undefined) return false
  if (error.status === 429 || error.status === 408) return false
  return error.status >= 400 && error.status < 500 && refusals.has(error.code)
}

/** Returns the reason when an error of a renewal ends the session; undefined for one that may pass. */
export function endBy(error: unknown): SessionEnd | undefined {
  if (!isGrantRefused(error)) return undefined
  const { code } = error
  const isClient = code === 'invalid_client' || code === 'unauthorized_client'
  return isClient ? 'client-refused' : 'refused'
}

/** A server that says when to come back has not executed the request. */
function isAnswerLost(error: unknown): boolean {
  const isSentAway = error instanceof ApiError && error.retryAfterMs !== undefined
  return !isSentAway && outcomeOf(error) === 'unknown'
}
