import { type DBSchema, deleteDB } from 'idb'
import { snapshotVersion, takeSnapshot } from './snapshot-parts-store'
import { type Snapshot, readHead, readSnapshot, storedForm } from './stored-snapshot'
import { isWipedSince, personDatabase, wipeCount } from '@/lib/person-databases'
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

const open = (username: string) =>
  openPersonStore<SnapshotSchema>('fleet', username, snapshotVersion, (fresh, from) => {
    if (from > 0) fresh.deleteObjectStore('snapshots')
    fresh.createObjectStore('snapshots')
  })

/**
 * Stores a snapshot, and drops those of other places. That of a running pass drops no other, and never replaces one with
 * more plants, as another tab may have stored. Rejects when the browser stores nothing.
 */
export async function saveSnapshot(
  { username, scope }: SnapshotPlace,
  snapshot: Snapshot,
): Promise<void> {
  const database = await open(username)
  try {
    const { store, done } = database.transaction('snapshots', 'readwrite')
    const write = async () => {
      const { head, parts } = storedForm(snapshot)
      if (snapshot.pass) {
        const known = readHead(await store.get([scope, 0]))
        if ((known?.plants ?? 0) > head.plants) return
        // All parts of the scope: lists come after numbers.
        await store.delete(IDBKeyRange.bound([scope], [scope, []]))
      } else await store.clear()
      // One after the other, so that the page responds between two parts.
      for (const [at, part] of [head, ...parts].entries()) await store.put(part, [scope, at])
    }
    await Promise.all([write(), done])
  } finally {
    database.close()
  }
}

/** Keeps the pass that is stored with a snapshot from being resumed. Rejects when the browser stores nothing. */
export async function forgetPass({ username, scope }: SnapshotPlace): Promise<void> {
  const database = await open(username)
  try {
    const { store, done } = database.transaction('snapshots', 'readwrite')
    const write = async () => {
      const head = readHead(await store.get([scope, 0]))
      if (head?.pass) await store.put({ ...head, pass: undefined }, [scope, 0])
    }
    await Promise.all([write(), done])
  } finally {
    database.close()
  }
}

/** Removes the snapshots of a user with their database, by which the next visit knows of them. */
export async function removeSnapshots({ username }: SnapshotPlace): Promise<void> {
  await deleteDB(personDatabase('fleet', username))
}

/**
 * Returns the snapshot of a place, if there is one that can be read. Calls `onProgress` with each part that was read. May
 * reject when the browser stores nothing.
 */
export async function loadSnapshot(
  { username, scope }: SnapshotPlace,
  onProgress: () => void,
): Promise<Snapshot | undefined> {
  const wipesBefore = wipeCount()
  const stored = await takeSnapshot(personDatabase('fleet', username), scope)
  const snapshot = await readSnapshot(stored, onProgress)
  return isWipedSince(wipesBefore, 'fleet', username) ? undefined : snapshot
}
