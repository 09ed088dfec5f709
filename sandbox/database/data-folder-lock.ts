import Libsql from 'libsql'
import { join } from 'node:path'

/** Another process works on the data folder. */
export class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError'
}

/**
 * Makes this process the only writer of a data folder until the returned function is called. The lock is an
 * open transaction on a file of its own, so the system drops it with the process, also after kill -9, and
 * the database itself stays readable for other tools.
 */
export function lockDataFolder(dataFolder: string): () => void {
  const lock = new Libsql(join(dataFolder, 'lock.sqlite'))
  try {
    lock.exec('PRAGMA busy_timeout = 0')
    lock.exec('BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new DataFolderInUseError(
      `another process uses the data folder ${dataFolder}; stop it or name another one with --data`,
    )
  }
  return () => lock.close()
}
