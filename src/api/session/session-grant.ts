import type { Credentials, Tokens } from './oauth'
import { decodeClaims } from '@/lib/jwt'
import { deviceNow } from '@/lib/server-clock'

/** The signed-in user according to the token; `roles` is undefined when the token contains no roles. */
export interface Person {
  username: string
  name: string | undefined
  roles: readonly string[] | undefined
  /** The organization that the token belongs to. */
  ownOrganizationId: string | undefined
  /** Name of the organization on screen if that is their own; the token names no other. */
  organizationName: string | undefined
  /** The organization on screen, sent as `x-org-id`; undefined when the server decides. */
  organizationId: string | undefined
}

/** The organization that the user chose, and the deployment's. */
interface Organizations {
  chosenId?: string | undefined
  defaultId?: string | undefined
}

/** A session's latest grant, as kept for a reload and sent to other tabs. */
export interface Grant {
  sessionId: string
  /** Wall clock, milliseconds: of two sessions, the later one wins. */
  signedInAtMs: number
  /** Counts the renewals of a session: the highest generation has the live refresh token. */
  generation: number
  clientId: string
  username: string
  accessToken: string
  refreshToken: string | undefined
  /** Time the access token was received, on this tab's monotonic clock, in milliseconds. */
  receivedAtMs: number
  /** Lifetime of the access token from then on, in milliseconds; undefined when the server gives none. */
  lifeMs: number | undefined
}

const maxAheadMs = 60_000

/** Returns the time to renew on this tab's monotonic clock: 60 s or a fifth of the lifetime before expiry. */
export function renewAtMs(grant: Grant): number {
  return endsAtMs(grant) - Math.min(maxAheadMs, (grant.lifeMs ?? 0) / 5)
}

/** Returns the expiry on this tab's monotonic clock. Of unknown lifetime, the server's 401 shows that it has expired. */
export function endsAtMs({ receivedAtMs, lifeMs = Infinity }: Grant): number {
  return receivedAtMs + lifeMs
}

/** Returns the first grant of a new session. */
export function firstGrant(
  { clientId, username }: Pick<Credentials, 'clientId' | 'username'>,
  tokens: Tokens,
): Grant {
  const sessionId = crypto.getRandomValues(new Uint32Array(4)).join('-')
  const signedInAtMs = deviceNow()
  return { sessionId, signedInAtMs, generation: 0, clientId, username, ...received(tokens) }
}

/** Returns the grant after a renewal. A server that does not rotate refresh tokens may omit its own. */
export function nextGrant(grant: Grant, tokens: Tokens): Grant {
  const { refreshToken = grant.refreshToken, ...rest } = received(tokens)
  return { ...grant, ...rest, refreshToken, generation: grant.generation + 1 }
}

/** Returns true when `candidate` should replace the grant that this tab holds. */
export function isNewer(candidate: Grant, held: Grant | undefined): boolean {
  if (!held) return true
  if (candidate.sessionId !== held.sessionId) return candidate.signedInAtMs > held.signedInAtMs
  return candidate.generation > held.generation
}

/** Reads the user from the token; the API documentation guarantees no claims, so each may be missing. */
export function readPerson(
  { accessToken, username }: Grant,
  { chosenId, defaultId }: Organizations = {},
): Person {
  // The access token may be opaque instead of a JWT.
  const claims = decodeClaims(accessToken) ?? {}
  const text = (name: string) => (typeof claims[name] === 'string' ? claims[name] : undefined)
  const roles = claims['roles'] ?? claims['role']
  const isList = Array.isArray(roles)
  const ownId = text('organization_id')
  // Their own organization is the same place, whether it was chosen or not.
  const isOwn = chosenId === undefined || chosenId === ownId
  const shownId = chosenId ?? defaultId ?? ownId
  return {
    username: text('preferred_username') ?? username,
    name: text('name'),
    roles: isList ? roles.filter((role) => typeof role === 'string') : text('role')?.split(' '),
    ownOrganizationId: ownId,
    organizationName: shownId === ownId ? text('organization_name') : undefined,
    organizationId: isOwn ? defaultId && (chosenId ?? defaultId) : chosenId,
  }
}

function received({ accessToken, refreshToken, expiresInS }: Tokens) {
  const lifeMs = expiresInS === undefined ? undefined : expiresInS * 1000
  return { accessToken, refreshToken, receivedAtMs: performance.now(), lifeMs }
}
