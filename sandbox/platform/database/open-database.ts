import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely'
import Libsql from 'libsql'
import { join } from 'node:path'
import { migrate } from './migrate'
import type { Tables } from './tables'

/** Platform database as handlers use it. Its single connection serves one query or transaction at a time. */
export type Database = Kysely<Tables>

/** Opens the database of a data folder and migrates it; every commit reaches the disk. */
export function openDatabase(dataFolder: string): {
  database: Database
  connection: Libsql.Database
} {
  const connection = new Libsql(join(dataFolder, 'plantdeck.sqlite'))
  try {
    connection.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
       PRAGMA busy_timeout = 5000; PRAGMA cache_size = -65536;`,
    )
    migrate(connection)
  } catch (error) {
    connection.close()
    throw error
  }
  const dialect = new SqliteDialect({ database: withPreparedStatements(connection) })
  const database = new Kysely<Tables>({ dialect })
  return { database, connection }
}

const maxPrepared = 300

/** Keeps statements prepared, because handlers run the same few dozen repeatedly. */
function withPreparedStatements(connection: Libsql.Database): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => {
      prepared.clear()
      connection.close()
    },
    prepare: (text) => {
      const known = prepared.get(text)
      if (known) return known
      const statement = connection.prepare(text)
      if (prepared.size >= maxPrepared) prepared.clear()
      prepared.set(text, statement)
      return statement
    },
  }
}
