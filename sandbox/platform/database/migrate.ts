import type Libsql from 'libsql'
import { DataFolderError } from './data-folder-lock'
import { migrations } from './migrations'

/** Updates the schema; commits each step together with its number. */
export function migrate(connection: Libsql.Database): void {
  connection.exec(
    'CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, appliedAt TEXT NOT NULL)',
  )
  const applied = new Set(
    connection
      .prepare('SELECT number FROM migrations')
      .all()
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the type of the query's rows
      .map((row) => (row as { number: number }).number),
  )
  const newest = Math.max(0, ...applied)
  const known = migrations.at(-1)?.number ?? 0
  if (newest > known) {
    throw new DataFolderError(
      `the data folder was written by a newer version of Plantdeck (schema ${newest}, this version knows ${known}); update Plantdeck, or choose another folder with --data`,
    )
  }
  for (const { number, name, sql } of migrations) {
    if (applied.has(number)) continue
    connection.transaction(() => {
      connection.exec(sql)
      connection
        .prepare('INSERT INTO migrations VALUES (?, ?, ?)')
        .run([number, name, new Date().toISOString()])
    })()
  }
}
