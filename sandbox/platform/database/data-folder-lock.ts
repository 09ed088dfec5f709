import Libsql from 'libsql'
import { join } from 'node:path'

/** The data folder cannot be had; the message says why and what to do. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError'
}

/**
 * Makes this process the only writer of a data folder until the returned function is called. The lock is an
 * open transaction on a file of its own, so the system drops it with the process, also after kill -9, and
 * the database itself stays readable for other tools.
 * @throws DataFolderError when another process holds the lock, or the lock cannot be taken at all
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
      ? `another process uses the data folder ${dataFolder}; stop it or name another one with --data`
      : `the data folder cannot be locked with ${file}: ${error instanceof Error ? error.message : String(error)}`
    throw new DataFolderError(message, { cause: error })
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Libsql.SqliteError && error.code === 'SQLITE_BUSY'
}
