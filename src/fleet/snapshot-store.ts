import type { DBSchema } from 'idb'
import { type Snapshot, readSnapshot } from './stored-snapshot'
import { openPersonStore } from '@/lib/person-store'

/** The place of a snapshot: its user, and the API with the organization. */
export interface SnapshotPlace {
  username: string
  scope: string
}

interface SnapshotSchema extends DBSchema {
  snapshots: { key: string; value: unknown }
}

/** Changes with the columns and with the rules of urgency, so that an older snapshot is dropped instead of misread. */
const version = 4

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
    await Promise.all([store.clear(), store.put(snapshot, place.scope), done])
  } finally {
    database.close()
  }
}

/** Returns the snapshot of a place, if there is one that can be read. Rejects when the browser stores nothing. */
export async function loadSnapshot(place: SnapshotPlace): Promise<Snapshot | undefined> {
  const database = await open(place.username)
  try {
    return readSnapshot(await database.get('snapshots', place.scope))
  } finally {
    database.close()
  }
}
