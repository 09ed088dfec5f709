import type { DBSchema } from 'idb'
import { type Snapshot, partsOf, readSnapshot } from './stored-snapshot'
import { openPersonStore } from '@/lib/person-store'

/** The place of a snapshot: its user, and the API with the organization. */
export interface SnapshotPlace {
  username: string
  scope: string
}

interface SnapshotSchema extends DBSchema {
  /** Parts of snapshots: one value with all of them would hold up the page when it is read. */
  snapshots: { key: [scope: string, part: number]; value: unknown }
}

/** Changes with the columns and with the rules of urgency, so that an older snapshot is dropped instead of misread. */
const version = 5

const open = (username: string) =>
  openPersonStore<SnapshotSchema>('fleet', username, version, (fresh, from) => {
    if (from > 0) fresh.deleteObjectStore('snapshots')
    fresh.createObjectStore('snapshots')
  })

/** Stores a snapshot, and drops those of other places. Rejects when the browser stores nothing. */
export async function saveSnapshot(place: SnapshotPlace, snapshot: Snapshot): Promise<void> {
  const database = await open(place.username)
  try {
    const { store, done } = database.transaction('snapshots', 'readwrite')
    const write = async () => {
      await store.clear()
      // One after the other, so that the page responds between two parts.
      for (const [at, part] of partsOf(snapshot).entries()) await store.put(part, [place.scope, at])
    }
    await Promise.all([write(), done])
  } finally {
    database.close()
  }
}

/**
 * Returns the snapshot of a place, if there is one that can be read. Calls `onProgress` with each part that was read.
 * Rejects when the browser stores nothing.
 */
export async function loadSnapshot(
  place: SnapshotPlace,
  onProgress: () => void,
): Promise<Snapshot | undefined> {
  const database = await open(place.username)
  try {
    // One transaction, so that no other tab replaces the parts meanwhile.
    const { store } = database.transaction('snapshots')
    return await readSnapshot(async (part) => {
      const value = await store.get([place.scope, part])
      onProgress()
      return value
    })
  } finally {
    database.close()
  }
}
