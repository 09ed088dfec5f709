// Runs in the page's thread and in the worker, which knows no user: the database comes by its name, and is never created.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { type SnapshotSource, readHead, readPart } from './stored-snapshot'

/** Database of snapshots. */
export interface SnapshotSchema extends DBSchema {
  /** Parts of snapshots: one value with all of them would hold up the page when it is read. */
  snapshots: { key: [scope: string, part: number]; value: unknown }
}

/** Changes with the columns, the rules of urgency and the rows of a page, so that an older snapshot is dropped instead of misread. */
export const snapshotVersion = 6

/**
 * Reads the snapshot of a scope ahead, so that its parts are there when they are asked for. Its functions reject when the
 * browser has no such database.
 */
export function openSnapshot(databaseName: string, scope: string): SnapshotSource {
  const reading = readAhead(databaseName, scope)
  // Callers of `head` and `part` get the rejection.
  reading.catch(() => undefined)
  return {
    head: async () => readHead((await reading).head),
    part: async (number) => readPart(await (await reading).parts[number - 1]),
  }
}

async function readAhead(databaseName: string, scope: string) {
  const database: IDBPDatabase<SnapshotSchema> = await openDB<SnapshotSchema>(
    databaseName,
    snapshotVersion,
    {
      upgrade: (_fresh, _from, _to, transaction) => {
        transaction.done.catch(() => undefined)
        transaction.abort()
      },
      blocking: () => database.close(),
    },
  )
  try {
    // One transaction, so that no other tab replaces the parts meanwhile.
    const { store, done } = database.transaction('snapshots')
    done.catch(() => undefined)
    const head = await store.get([scope, 0])
    const count = readHead(head)?.parts ?? 0
    const parts = Array.from({ length: count }, async (_, at) => store.get([scope, at + 1]))
    void Promise.allSettled([done, ...parts]).then(() => database.close())
    return { head, parts }
  } catch (error) {
    database.close()
    throw error
  }
}
