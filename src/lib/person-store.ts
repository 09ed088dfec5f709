import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, deleteDB, openDB } from 'idb'
import { isWipedSince, personDatabase, wipeCount } from './person-databases'

/** Opens a user's database, which closes by itself for a wipe by another tab. Rejects when it was wiped meanwhile. */
export async function openPersonStore<Schema extends DBSchema>(
  kind: Parameters<typeof personDatabase>[0],
  username: string,
  version: number,
  upgrade: NonNullable<OpenDBCallbacks<Schema>['upgrade']>,
): Promise<IDBPDatabase<Schema>> {
  const wipesBefore = wipeCount()
  const name = personDatabase(kind, username)
  const database: IDBPDatabase<Schema> = await openDB<Schema>(name, version, {
    upgrade,
    blocking: () => {
      database.close()
    },
  })
  if (!isWipedSince(wipesBefore, kind, username)) return database
  database.close()
  // A wipe doesn't find a database that is only being created.
  await deleteDB(name)
  throw new Error('The database was wiped meanwhile.')
}

/** Opens a user's database for some work and closes it, so that nothing blocks a wipe. Rejects like `openPersonStore`. */
export async function withPersonStore<Schema extends DBSchema, Result>(
  open: () => Promise<IDBPDatabase<Schema>>,
  work: (database: IDBPDatabase<Schema>) => Promise<Result>,
): Promise<Result> {
  const database = await open()
  try {
    return await work(database)
  } finally {
    database.close()
  }
}
