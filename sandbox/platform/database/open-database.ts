import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely'
import Libsql from 'libsql'
import { join } from 'node:path'
import { DataFolderError } from './data-folder-lock'
import { migrate } from './migrate'
import { Storage } from './storage'
import type { Tables } from './tables'

/** Platform database as handlers use it. Its single connection serves one query or transaction at a time. */
export type Database = Kysely<Tables>

/** File of the database in a data folder. */
export const databaseFile = 'plantdeck.sqlite'

/**
 * Opens the database of a data folder and migrates it; every commit reaches the disk.
 * @throws DataFolderError
 */
export function openDatabase(dataFolder: string): {
  database: Database
  connection: Libsql.Database
  storage: Storage
} {
  const file = join(dataFolder, databaseFile)
  let connection: Libsql.Database | undefined
  try {
    connection = new Libsql(file)
    connection.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
       PRAGMA busy_timeout = 5000; PRAGMA cache_size = -65536;`,
    )
    migrate(connection)
  } catch (error) {
    connection?.close()
    if (error instanceof DataFolderError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new DataFolderError(
      `${file} cannot be opened: ${reason}. Restore a backup with --restore, or choose another folder with --data.`,
      { cause: error },
    )
  }
  const storage = new Storage(connection)
  const dialect = new SqliteDialect({ database: withPreparedStatements(connection, storage) })
  const database = new Kysely<Tables>({ dialect })
  return { database, connection, storage }
}

const maxPrepared = 300

/** Keeps statements prepared, because handlers run the same few dozen repeatedly. */
function withPreparedStatements(connection: Libsql.Database, storage: Storage): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => {
      prepared.clear()
      connection.close()
    },
    prepare: (text) => {
      const known = prepared.get(text)
      if (known) return known
      const statement = watched(connection, storage, text)
      if (prepared.size >= maxPrepared) prepared.clear()
      prepared.set(text, statement)
      return statement
    },
  }
}

/** Prepares a statement that reports a full disk. */
function watched(connection: Libsql.Database, storage: Storage, text: string): SqliteStatement {
  const statement: SqliteStatement = connection.prepare(text)
  // A full disk ends the transaction itself; the error of a second rollback would hide the reason.
  const isNeeded = text === 'rollback' ? () => connection.inTransaction : () => true
  return {
    reader: statement.reader,
    all: (parameters) => storage.run(() => statement.all(parameters)),
    iterate: (parameters) => statement.iterate(parameters),
    run: (parameters) =>
      isNeeded()
        ? storage.run(() => statement.run(parameters))
        : { changes: 0, lastInsertRowid: 0 },
  }
}
