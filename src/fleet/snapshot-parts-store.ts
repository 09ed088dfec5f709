// A small file of its own, so that the fleet of an earlier visit is read while the code that shows it is loaded; it uses
// the browser's own database API without a library.
import { onPersonChange } from '@/lib/person-change'

/** Changes with the columns, the rules of urgency and the rows of a page, so that an older snapshot is dropped instead of misread. */
export const snapshotVersion = 7

/** More than any list that is read whole; a damaged head may state more. */
const maxParts = 10_000

/** Where a snapshot is stored. */
type SnapshotKey = [databaseName: string, scope: string]

/** A snapshot as the database returns it. */
interface StoredParts {
  head: unknown
  parts: Promise<unknown>[]
}

let ahead: { key: string; reading: Promise<StoredParts> } | undefined
/** True once the snapshot of this user was taken: nothing will ask for it again. */
let isTaken = false

onPersonChange(() => {
  ahead = undefined
  isTaken = false
})

/** Starts reading a snapshot, for the code that will take it. */
export function readSnapshotAhead(...place: SnapshotKey): void {
  const key = place.join('\n')
  if (isTaken || ahead?.key === key) return
  const reading = readParts(...place)
  // The caller of `takeSnapshot` handles it.
  reading.catch(() => undefined)
  ahead = { key, reading }
}

/** Frees the memory of a snapshot that nothing will take. */
export function dropSnapshotAhead(): void {
  ahead = undefined
}

/** Returns a snapshot: the one that was read ahead, if any. Rejects when the browser has no such database. */
export function takeSnapshot(...place: SnapshotKey): Promise<StoredParts> {
  const known = ahead?.key === place.join('\n') ? ahead.reading : undefined
  ahead = undefined
  isTaken = true
  return known ?? readParts(...place)
}

async function readParts(databaseName: string, scope: string): Promise<StoredParts> {
  const database = await openExisting(databaseName)
  try {
    // One transaction, so that no other tab replaces the parts meanwhile.
    const store = database.transaction('snapshots').objectStore('snapshots')
    const head = await resultOf<unknown>(store.get([scope, 0]))
    const parts = Array.from({ length: partsOf(head) }, async (_, at) =>
      resultOf<unknown>(store.get([scope, at + 1])),
    )
    void Promise.allSettled(parts).then(() => database.close())
    return { head, parts }
  } catch (error) {
    database.close()
    throw error
  }
}

async function openExisting(databaseName: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(databaseName, snapshotVersion)
  // A database that is missing must not be created, and one of an older version is dropped when the fleet is stored.
  opening.addEventListener('upgradeneeded', () => opening.transaction?.abort())
  const database = await resultOf(opening)
  database.addEventListener('versionchange', () => database.close())
  return database
}

function resultOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('Unreadable.')))
  })
}

function partsOf(head: unknown): number {
  const isHead = typeof head === 'object' && head !== null && 'parts' in head
  const parts = isHead ? Number(head.parts) : 0
  return Number.isInteger(parts) && parts > 0 && parts <= maxParts ? parts : 0
}
