import { Kysely, SqliteDialect } from 'kysely'
import Libsql from 'libsql'
import { join } from 'node:path'
import { migrate } from './migrate'
import type { Tables } from './tables'

/** The platform's database as handlers use it. Its one connection serves one query or transaction at a time. */
export type Database = Kysely<Tables>

/** Opens the database of a data folder, up to date and durable: a commit has reached the disk. */
export function openDatabase(dataFolder: string): {
  database: Database
  connection: Libsql.Database
} {
  const connection = new Libsql(join(dataFolder, 'plantdeck.sqlite'))
  connection.exec(
    `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
     PRAGMA busy_timeout = 5000; PRAGMA cache_size = -65536;`,
  )
  migrate(connection)
  const database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: connection }) })
  return { database, connection }
}
