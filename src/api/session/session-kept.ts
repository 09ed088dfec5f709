/**
 * The part of a session that survives a reload: tokens, and the organization and the list that the tab shows, in
 * `sessionStorage`, IDs of ended sessions in `localStorage`.
 */
import * as z from 'zod/mini'
import type { Grant } from './session-grant'
import { ownName } from '@/lib/base-path'
import { forgetText, keepText, readText } from '@/lib/browser-storage'
import { parseJson } from '@/lib/json-text'
import { deviceNow } from '@/lib/server-clock'

const storageKey = ownName('plantdeck.session')
const organizationKey = ownName('plantdeck.organization')
const listKey = ownName('plantdeck.list')
const endedKey = ownName('plantdeck.ended-session')
/** Several, because users may come and go in other tabs while one is frozen. */
const maxEnded = 50

/** The monotonic clock restarts on reload, so the time of receipt is stored as wall-clock time. */
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

/** Stores a grant for a reload of this tab. */
export function keep({ receivedAtMs, ...grant }: Grant): void {
  const receivedOnWallMs = deviceNow() - (performance.now() - receivedAtMs)
  keepText('sessionStorage', storageKey, JSON.stringify({ ...grant, receivedOnWallMs }))
}

/** Reads the grant stored before this tab was reloaded. If the wall clock went backwards, its token counts as expired. */
export function readKept(): Grant | undefined {
  const text = readText('sessionStorage', storageKey)
  const parsed = text ? z.safeParse(keptSchema, parseJson(text)) : undefined
  if (!parsed?.success) return undefined
  const { receivedOnWallMs, lifeMs, refreshToken, ...kept } = parsed.data
  const ageMs = deviceNow() - receivedOnWallMs
  const trustedAgeMs = ageMs < 0 ? (lifeMs ?? 0) : ageMs
  return { ...kept, refreshToken, lifeMs, receivedAtMs: performance.now() - trustedAgeMs }
}

/** Removes what this tab keeps of the session. */
export function forget(): void {
  forgetGrant()
  forgetText('sessionStorage', organizationKey)
  forgetTabList()
}

/** Removes the tokens of this tab; the organization stays for a user who signs in again over the page. */
export function forgetGrant(): void {
  forgetText('sessionStorage', storageKey)
}

/** Stores the organization that this tab shows to a user, named by an alias; '' for none. */
export function keepTabOrganization(alias: string, organizationId: string): void {
  keepFor(alias, organizationKey, organizationId)
}

/** Returns the organization that this tab shows to a user; undefined when that is not settled yet. */
export function readTabOrganization(alias: string): string | undefined {
  return readFor(alias, organizationKey)
}

/** Stores the list that a plant was opened from in this tab, for a user and an organization, named by an alias. */
export function keepTabList(alias: string, list: string): void {
  keepFor(alias, listKey, list)
}

/** Returns the list that a plant was opened from in this tab, as it was stored. */
export function readTabList(alias: string): string | undefined {
  return readFor(alias, listKey)
}

/** Removes the list that a plant was opened from. */
export function forgetTabList(): void {
  forgetText('sessionStorage', listKey)
}

function keepFor(alias: string, key: string, text: string): void {
  keepText('sessionStorage', key, `${alias} ${text}`)
}

function readFor(alias: string, key: string): string | undefined {
  const kept = readText('sessionStorage', key)
  return kept?.startsWith(`${alias} `) ? kept.slice(alias.length + 1) : undefined
}

/** Records that a session has ended, so that a frozen or closed tab can't restore it. */
export function markEnded(sessionId: string): void {
  const ended = [sessionId, ...readEnded()].slice(0, maxEnded)
  keepText('localStorage', endedKey, ended.join(' '))
}

/** Returns true for a session that has ended in any tab. */
export function isEnded(sessionId: string): boolean {
  return readEnded().includes(sessionId)
}

function readEnded(): string[] {
  return readText('localStorage', endedKey)?.split(' ') ?? []
}
