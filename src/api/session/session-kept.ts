/**
 * The part of a session that outlives the page: with `persistSession: "tab"` its tokens, in this tab's
 * `sessionStorage`, so that a reload needs no request to go on; in `localStorage` only the ids of ended sessions.
 */
import * as z from 'zod/mini'
import type { Grant } from './session-grant'
import { ownName } from '@/lib/base-path'
import { forgetText, keepText, readText } from '@/lib/browser-storage'
import { parseJson } from '@/lib/json-text'
import { deviceNow } from '@/lib/server-clock'

const storageKey = ownName('plantdeck.session')
const endedKey = ownName('plantdeck.ended-session')
/** Several, because a tab may stay frozen while people come and go in the others. */
const mostEnded = 50

/** The monotonic clock restarts with a reload, so the arrival is kept on the wall clock. */
const keptSchema = z.object({
  sessionId: z.string(),
  signedInAtMs: z.number(),
  generation: z.number(),
  clientId: z.string(),
  username: z.string(),
  accessToken: z.string(),
  refreshToken: z.optional(z.string()),
  receivedOnWallMs: z.number(),
  lifeMs: z.optional(z.number()),
})

/** Keeps a grant for a reload of this tab. */
export function keep({ receivedAtMs, ...grant }: Grant): void {
  const receivedOnWallMs = deviceNow() - (performance.now() - receivedAtMs)
  keepText('sessionStorage', storageKey, JSON.stringify({ ...grant, receivedOnWallMs }))
}

/**
 * Reads the grant that this tab kept before it was reloaded; its session may have been ended since. By a wall clock
 * that went backwards nobody knows how old the access token is, so it counts as expired. After any other change of
 * the clock the token is renewed too early, or the server's 401 says that it was too late.
 */
export function readKept(): Grant | undefined {
  const text = readText('sessionStorage', storageKey)
  const parsed = text ? z.safeParse(keptSchema, parseJson(text)) : undefined
  if (!parsed?.success) return undefined
  const { receivedOnWallMs, lifeMs, refreshToken, ...kept } = parsed.data
  const ageMs = deviceNow() - receivedOnWallMs
  const trustedAgeMs = ageMs < 0 ? (lifeMs ?? 0) : ageMs
  return { ...kept, refreshToken, lifeMs, receivedAtMs: performance.now() - trustedAgeMs }
}

/** Forgets what this tab kept. */
export function forget(): void {
  forgetText('sessionStorage', storageKey)
}

/** Remembers that a session was ended, so that a tab that was frozen or closed cannot bring it back. */
export function markEnded(sessionId: string): void {
  const ended = [sessionId, ...readEnded()].slice(0, mostEnded)
  keepText('localStorage', endedKey, ended.join(' '))
}

/** Returns true for a session that was ended in any tab. */
export function isEnded(sessionId: string): boolean {
  return readEnded().includes(sessionId)
}

function readEnded(): string[] {
  return readText('localStorage', endedKey)?.split(' ') ?? []
}
