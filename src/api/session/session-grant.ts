import { decodeJwt } from 'jose'
import type { Credentials, Tokens } from './oauth'
import { deviceNow } from '@/lib/server-clock'

/** The person signed in, as far as the token says; `roles` is undefined when it says nothing of roles. */
export interface Person {
  username: string
  name: string | undefined
  roles: readonly string[] | undefined
  organizationName: string | undefined
}

/** The result of a sign-in or of its latest renewal. */
export interface Grant {
  sessionId: string
  /** Wall clock, milliseconds: of two sessions the later one holds. */
  signedInAtMs: number
  /** Counts the renewals of a session: the highest one holds the live refresh token. */
  generation: number
  clientId: string
  username: string
  accessToken: string
  refreshToken: string | undefined
  /** The arrival of the access token on this tab's monotonic clock, milliseconds. */
  receivedAtMs: number
  /** Life of the access token from then on, milliseconds; undefined when the server does not say. */
  lifeMs: number | undefined
}

const longestAheadMs = 60_000

/** Returns the time to renew on this tab's monotonic clock: 60 s, or a fifth of the life, before the end. */
export function renewAtMs(grant: Grant): number {
  return endsAtMs(grant) - Math.min(longestAheadMs, (grant.lifeMs ?? 0) / 5)
}

/**
 * Returns the end of the access token on this tab's monotonic clock. A token of unknown life has none here: the
 * server's 401 ends it.
 */
export function endsAtMs({ receivedAtMs, lifeMs = Infinity }: Grant): number {
  return receivedAtMs + lifeMs
}

/** Returns the first grant of a new session. */
export function firstGrant({ clientId, username }: Credentials, tokens: Tokens): Grant {
  const sessionId = crypto.getRandomValues(new Uint32Array(4)).join('-')
  const signedInAtMs = deviceNow()
  return { sessionId, signedInAtMs, generation: 0, clientId, username, ...received(tokens) }
}

/** Returns the grant that follows a renewal. A server that does not rotate refresh tokens may leave its out. */
export function nextGrant(grant: Grant, tokens: Tokens): Grant {
  const { refreshToken = grant.refreshToken, ...rest } = received(tokens)
  return { ...grant, ...rest, refreshToken, generation: grant.generation + 1 }
}

/** Whether `candidate` should replace what this tab holds. */
export function isNewer(candidate: Grant, held: Grant | undefined): boolean {
  if (!held) return true
  if (candidate.sessionId !== held.sessionId) return candidate.signedInAtMs > held.signedInAtMs
  return candidate.generation > held.generation
}

/** Reads who the token speaks of; the documents promise no claim, so each may be missing. */
export function readPerson({ accessToken, username }: Grant): Person {
  const claims = readClaims(accessToken)
  const text = (name: string) => (typeof claims[name] === 'string' ? claims[name] : undefined)
  const roles = claims['roles'] ?? claims['role']
  const isList = Array.isArray(roles)
  return {
    username: text('preferred_username') ?? username,
    name: text('name'),
    roles: isList ? roles.filter((role) => typeof role === 'string') : text('role')?.split(' '),
    organizationName: text('organization_name'),
  }
}

function received({ accessToken, refreshToken, expiresInS }: Tokens) {
  const lifeMs = expiresInS === undefined ? undefined : expiresInS * 1000
  return { accessToken, refreshToken, receivedAtMs: performance.now(), lifeMs }
}

function readClaims(token: string): Record<string, unknown> {
  try {
    return decodeJwt(token)
  } catch {
    // An opaque access token is as good as a JWT.
    return {}
  }
}
