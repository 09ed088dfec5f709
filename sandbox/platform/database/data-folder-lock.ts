import Libsql from 'libsql'
import { join } from 'node:path'

/** Thrown when the data folder cannot be used; the message gives the cause and the remedy. */
export class DataFolderError extends Error {
  override readonly name: string = 'DataFolderError'
}

/**
 * Makes this process the only writer of a data folder until the returned function is called. The lock is an open
 * transaction on a separate file: the system releases it with the process, even after kill -9, and the database stays
 * readable for other tools.
 * @throws DataFolderError if another process holds the lock or the lock file cannot be used
 */
export function lockDataFolder(dataFolder: string): () => void {
  const file = join(dataFolder, 'lock.sqlite')
  let lock: Libsql.Database | undefined
  try {
    lock = new Libsql(file)
    lock.exec('PRAGMA busy_timeout = 0')
    lock.exec('BEGIN EXCLUSIVE')
    return () => lock?.close()
  } catch (error) {
    lock?.close()
    const message = isBusy(error)
      ? `another process uses the data folder ${dataFolder}; stop it or choose another folder with --data`
      : `the data folder cannot be locked with ${file}: ${error instanceof Error ? error.message : String(error)}`
    throw new DataFolderError(message, { cause: error })
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Libsql.SqliteError && error.code === 'SQLITE_BUSY'
}
