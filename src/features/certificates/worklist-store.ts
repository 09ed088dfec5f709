import type { DBSchema } from 'idb'
import { type WorklistEntry, readEntry } from '@/domain/renewals/worklist-entry'
import { openPersonStore } from '@/lib/person-store'

/** The place of a worklist: its user, and the API with the organization. */
export interface WorklistPlace {
  username: string
  scope: string
}

/** Changes of a worklist; other tabs may have changed other plants. */
export interface WorklistChanges {
  added: readonly WorklistEntry[]
  changed: readonly WorklistEntry[]
  removed: readonly string[]
}

type EntryKey = [scope: string, plantId: string]

interface WorklistSchema extends DBSchema {
  /** Another version of the application may have written it. */
  entries: { key: EntryKey; value: unknown }
}

const open = (username: string) =>
  openPersonStore<WorklistSchema>('worklist', username, 1, (fresh) => {
    fresh.createObjectStore('entries')
  })

/** A worklist as far as it could be read. */
interface StoredWorklist {
  entries: WorklistEntry[]
  /** Entries that could not be read, and were deleted. */
  dropped: number
}

/**
 * Returns the plants on a worklist in their order, and deletes what can't be read. Rejects when the browser stores
 * nothing.
 */
export async function loadEntries({ username, scope }: WorklistPlace): Promise<StoredWorklist> {
  const database = await open(username)
  try {
    const { store, done } = database.transaction('entries', 'readwrite')
    const range = IDBKeyRange.bound([scope], [scope, []])
    const [keys, values] = await Promise.all([store.getAllKeys(range), store.getAll(range)])
    const read = values.map(readEntry)
    const broken = keys.filter((_key, at) => read[at] === undefined)
    await Promise.all([...broken.map((key) => store.delete(key)), done])
    const entries = read.filter((entry) => entry !== undefined)
    return { entries: entries.toSorted((a, b) => a.place - b.place), dropped: broken.length }
  } finally {
    database.close()
  }
}

/** Stores changes; plants that another tab has removed stay away. Rejects when the browser stores nothing. */
export async function saveChanges(
  { username, scope }: WorklistPlace,
  { added, changed, removed }: WorklistChanges,
): Promise<void> {
  const database = await open(username)
  try {
    const { store, done } = database.transaction('entries', 'readwrite')
    const known = new Set((await store.getAllKeys()).map((key) => JSON.stringify(key)))
    const keyOf = (plantId: string): EntryKey => [scope, plantId]
    const kept = changed.filter(({ plantId }) => known.has(JSON.stringify(keyOf(plantId))))
    await Promise.all([
      ...[...added, ...kept].map((entry) => store.put(entry, keyOf(entry.plantId))),
      ...removed.map((plantId) => store.delete(keyOf(plantId))),
      done,
    ])
  } finally {
    database.close()
  }
}
