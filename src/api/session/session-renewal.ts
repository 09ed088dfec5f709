import { loadOAuth } from './oauth-part'
import { type Grant, nextGrant } from './session-grant'
import type { RuntimeConfig } from '@/api/config'
import { ApiError, outcomeOf } from '@/api/errors'

/**
 * Reasons why a session ended:
 * - `signed-out`, `signed-out-elsewhere`: the user signed out, in this tab or another one.
 * - `idle`: no tab was used for the time that the deployment allows.
 * - `ended-elsewhere`: while this tab reloaded, another tab ended the session or replaced it with another user's.
 * - `refused`: the server rejected the renewal.
 * - `client-refused`: the server rejected the client ID, which is sent without a secret.
 * - `not-renewable`: the server rejected the access token and never issued a refresh token.
 */
export type SessionEnd =
  | 'signed-out'
  | 'signed-out-elsewhere'
  | 'idle'
  | 'ended-elsewhere'
  | 'refused'
  | 'client-refused'
  | 'not-renewable'

/** Message between tabs about the session. */
export type TabMessage =
  | { kind: 'grant'; grant: Grant; ageMs: number }
  | { kind: 'over'; sessionId: string; why: SessionEnd }
  | { kind: 'signed-out'; sessionId: string; why: SessionEnd }

/** Servers that rotate refresh tokens accept the previous one for some seconds, the embedded platform for 10. */
const repeatUntilMs = 8_000
/** Leaves time to repeat a request that gets no response. */
const firstLimitMs = 6_000
const secondLimitMs = 10_000
const pauseMs = 500

/** From RFC 6749, 5.2, followed by codes of OpenID Connect Core, 3.1.2.6, that some servers return for a refresh. */
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

/** Renews a grant, repeating the request once if its response was lost. Call it only inside the tabs' lock. */
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
    if (!isResponseLost(error) || performance.now() + pauseMs > untilMs) throw error
    await new Promise((resolve) => {
      setTimeout(resolve, pauseMs)
    })
    return refresh(secondLimitMs)
  })
  return nextGrant(grant, tokens)
}

/** Returns true for a 4xx with an OAuth error code; a proxy's 400 or 401 must not end a session. */
export function isGrantRefused(error: unknown): error is ApiError {
  if (!(error instanceof ApiError) || error.code === undefined) return false
  if (error.status === 429 || error.status === 408) return false
  return error.status >= 400 && error.status < 500 && refusals.has(error.code)
}

/** Returns the reason when a renewal error ends the session; undefined for a temporary error. */
export function endBy(error: unknown): SessionEnd | undefined {
  if (!isGrantRefused(error)) return undefined
  const { code } = error
  const isClient = code === 'invalid_client' || code === 'unauthorized_client'
  return isClient ? 'client-refused' : 'refused'
}

/** A server that sends Retry-After has not executed the request. */
function isResponseLost(error: unknown): boolean {
  const isSentAway = error instanceof ApiError && error.retryAfterMs !== undefined
  return !isSentAway && outcomeOf(error) === 'unknown'
}
