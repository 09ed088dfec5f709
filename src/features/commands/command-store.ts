import type { DBSchema, IDBPDatabase } from 'idb'
import * as z from 'zod/mini'
import { type KeptDraft, latestFirst } from '@/domain/commands/draft-choice'
import { type CommandContent, type SentCommand, knownIdOf } from '@/domain/commands/sent-command'
import { openPersonStore, withPersonStore } from '@/lib/person-store'
import { deviceNow } from '@/lib/server-clock'

/** The place of a plant's drafts and sent commands: its user, and the API with the organization. */
export interface CommandPlace {
  username: string
  scope: string
  plantId: string
}

type PlantKey = [scope: string, plantId: string]
type DraftKey = [...PlantKey, tabId: string]
type SentKey = [...PlantKey, clickedAtMs: number, key: string]

interface CommandSchema extends DBSchema {
  /** Another version of the application may have written them. */
  drafts: { key: PlantKey | DraftKey; value: unknown }
  sent: { key: SentKey; value: unknown }
}

const contentSchema = z.object({
  command: z.string(),
  payload: z.optional(z.string()),
  target: z.optional(z.string()),
})

const draftSchema = z.object({
  ...contentSchema.shape,
  tabId: z.optional(z.string()),
  changedAtMs: z.optional(z.number()),
})

const sentSchema = z.object({
  key: z.string(),
  content: contentSchema,
  clickedAtMs: z.number(),
  settledAtMs: z.optional(z.number()),
  seenIds: z.optional(z.array(z.string())),
  recordId: z.optional(z.string()),
  matchedId: z.optional(z.string()),
  refusal: z.optional(z.string()),
})

/** More are not needed to mark the commands of this browser on the pages that people look at. */
const maxKept = 200
/** Tabs whose drafts of one plant are kept. */
const maxDrafts = 20

const open = (username: string) =>
  openPersonStore<CommandSchema>('commands', username, 1, (fresh) => {
    fresh.createObjectStore('drafts')
    fresh.createObjectStore('sent')
  })

const withStore = <Result>(
  username: string,
  work: (store: IDBPDatabase<CommandSchema>) => Promise<Result>,
) => withPersonStore(() => open(username), work)

/** Returns the commands sent to a plant, latest first; unreadable ones are left out. Rejects when nothing is stored. */
export function loadSent({ username, scope, plantId }: CommandPlace): Promise<SentCommand[]> {
  return withStore(username, async (store) => {
    const range = IDBKeyRange.bound([scope, plantId], [scope, plantId, []])
    const keys = await store.getAllKeys('sent', range)
    const rows = await store.getAll('sent', range)
    await Promise.all(keys.slice(0, -maxKept).map((key) => store.delete('sent', key)))
    return rows
      .flatMap((row): SentCommand[] => {
        const { success, data } = z.safeParse(sentSchema, row)
        const { settledAtMs, seenIds, recordId, matchedId } = data ?? {}
        return success ? [{ ...data, settledAtMs, seenIds, recordId, matchedId }] : []
      })
      .toReversed()
  })
}

/** Returns the plants to which commands were sent, each with the time of the latest click. Rejects when nothing is stored. */
export function loadSentPlants({
  username,
  scope,
}: Omit<CommandPlace, 'plantId'>): Promise<Map<string, number>> {
  return withStore(username, async (store) => {
    const keys = await store.getAllKeys('sent', IDBKeyRange.bound([scope], [scope, []]))
    // In the order of their keys, so the latest click of each plant is its last one.
    return new Map(keys.map(([, plantId, clickedAtMs]) => [plantId, clickedAtMs]))
  })
}

/** Stores a sent command, or its new state. Rejects when the browser stores nothing. */
export function keepSent(place: CommandPlace, sent: SentCommand): Promise<unknown> {
  return withStore(place.username, (store) => store.put('sent', sent, keyOf(place, sent)))
}

/**
 * Stores the record that was found for a command whose response was lost, unless it is known or the command is gone: other
 * tabs write too. Rejects when the browser stores nothing.
 */
export function keepMatch(place: CommandPlace, sent: SentCommand, matchedId: string) {
  return withStore(place.username, async (database) => {
    const { store, done } = database.transaction('sent', 'readwrite')
    const { success, data } = z.safeParse(sentSchema, await store.get(keyOf(place, sent)))
    if (success && knownIdOf(data) === undefined) {
      await store.put({ ...data, matchedId }, keyOf(place, sent))
    }
    await done
  })
}

/** Removes a command that was not sent. Rejects when the browser stores nothing. */
export function forgetSent(place: CommandPlace, sent: SentCommand): Promise<void> {
  return withStore(place.username, (store) => store.delete('sent', keyOf(place, sent)))
}

/** Returns a plant's drafts, one of each tab; unreadable ones are left out. Rejects when nothing is stored. */
export function loadDrafts({ username, scope, plantId }: CommandPlace): Promise<KeptDraft[]> {
  return withStore(username, async (store) => {
    const range = IDBKeyRange.bound([scope, plantId], [scope, plantId, []])
    const keys = await store.getAllKeys('drafts', range)
    const rows = await store.getAll('drafts', range)
    const drafts = rows.flatMap((row, index) => {
      const { success, data } = z.safeParse(draftSchema, row)
      if (!success) return []
      const { tabId, changedAtMs = 0, ...content } = data
      return [{ content, tabId, changedAtMs, key: keys[index] }]
    })
    const sorted = latestFirst(drafts)
    const old = sorted.slice(maxDrafts).flatMap(({ key }) => (key ? [key] : []))
    await Promise.all(old.map((key) => store.delete('drafts', key)))
    return sorted
  })
}

/** Stores a tab's draft for a plant. Rejects when the browser stores nothing. */
export function keepDraft(
  { username, scope, plantId }: CommandPlace,
  tabId: string,
  draft: CommandContent,
) {
  const row = { ...draft, tabId, changedAtMs: deviceNow() }
  return withStore(username, (store) => store.put('drafts', row, [scope, plantId, tabId]))
}

function keyOf({ scope, plantId }: CommandPlace, { clickedAtMs, key }: SentCommand): SentKey {
  return [scope, plantId, clickedAtMs, key]
}
