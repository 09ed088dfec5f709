import { decodeJwt } from 'jose'
import * as z from 'zod/mini'
import type { Credentials, Tokens } from './oauth'
import { ownName } from '@/lib/base-path'
import { forgetText, keepText, readText } from '@/lib/browser-storage'
import { parseJson } from '@/lib/json-text'
import { deviceNow } from '@/lib/server-clock'

/** The person signed in, as far as the token says; `roles` is undefined when it says nothing of roles. */
export interface Person {
  username: string
  name: string | undefined
  roles: readonly string[] | undefined
  organizationName: string | undefined
}

/** What a sign-in or its latest renewal gave. */
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
  /** When to renew, on this tab's monotonic clock, milliseconds. */
  renewAtMs: number
  /** When the access token ends, on the same clock. */
  endsAtMs: number
}

const storageKey = ownName('plantdeck.session')
const endedKey = ownName('plantdeck.ended-session')
/** Several, because a tab may stay frozen while people come and go in the others. */
const mostEnded = 50
const renewAheadS = 60
const assumedLifeS = 300

/** The part of a grant that one token response decides. Renewal is due 60 s, or a fifth, before the end. */
export function timed({ accessToken, refreshToken, expiresInS = assumedLifeS }: Tokens) {
  const aheadS = Math.min(renewAheadS, expiresInS / 5)
  const endsAtMs = performance.now() + expiresInS * 1000
  return { accessToken, refreshToken, renewAtMs: endsAtMs - aheadS * 1000, endsAtMs }
}

/** What a sign-in begins. */
export function firstGrant({ clientId, username }: Credentials, tokens: Tokens): Grant {
  const sessionId = crypto.getRandomValues(new Uint32Array(4)).join('-')
  const signedInAtMs = deviceNow()
  return { sessionId, signedInAtMs, generation: 0, clientId, username, ...timed(tokens) }
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

/** The expired half of a grant, which a reload takes up; the access token is never kept. */
const keptSchema = z.object({
  sessionId: z.string(),
  signedInAtMs: z.number(),
  generation: z.number(),
  clientId: z.string(),
  username: z.string(),
  refreshToken: z.string(),
})

/** Keeps the refresh token for a reload of this tab. */
export function keep({ accessToken: _, renewAtMs: __, endsAtMs: ___, ...kept }: Grant): void {
  if (kept.refreshToken) keepText('sessionStorage', storageKey, JSON.stringify(kept))
  else forget()
}

/** What this tab kept before it was reloaded, unless that session was ended since. */
export function readKept(): Grant | undefined {
  const text = readText('sessionStorage', storageKey)
  const parsed = text ? z.safeParse(keptSchema, parseJson(text)) : undefined
  if (!parsed?.success || isEnded(parsed.data.sessionId)) return undefined
  return { ...parsed.data, accessToken: '', renewAtMs: 0, endsAtMs: 0 }
}

/** Forgets what this tab kept. */
export function forget(): void {
  forgetText('sessionStorage', storageKey)
}

/** Remembers that a session was signed out, so that a tab that was frozen cannot bring it back. */
export function markEnded(sessionId: string): void {
  const ended = [sessionId, ...readEnded()].slice(0, mostEnded)
  keepText('localStorage', endedKey, ended.join(' '))
}

/** Whether a session was signed out in any tab. */
export function isEnded(sessionId: string): boolean {
  return readEnded().includes(sessionId)
}

function readEnded(): string[] {
  return readText('localStorage', endedKey)?.split(' ') ?? []
}

function readClaims(token: string): Record<string, unknown> {
  try {
    return decodeJwt(token)
  } catch {
    // An opaque access token is as good as a JWT.
    return {}
  }
}
