import Libsql from 'libsql'
import { DataFolderError } from './data-folder-lock'

/** Thrown instead of SQLite's error when the disk is full; nothing of the transaction was stored. */
export class StorageFullError extends DataFolderError {
  override readonly name = 'StorageFullError'
}

const fullMessage =
  'The disk with the data folder is full. Nothing can be stored until it has space.'
const storingAgain = 'The disk with the data folder has space again.'

/** Large enough not to fit into the space that a failed transaction leaves in the log. */
const probeBytes = 64 * 1024

/** State of the database's disk: full from the first write that fails until there is space again. */
export class Storage {
  private isFull = false
  private readonly connection: Libsql.Database

  constructor(connection: Libsql.Database) {
    this.connection = connection
  }

  /**
   * Runs a statement and notices a full disk, which is logged once.
   * @throws StorageFullError
   */
  run<Result>(statement: () => Result): Result {
    try {
      return statement()
    } catch (error) {
      if (!(error instanceof Libsql.SqliteError) || error.code !== 'SQLITE_FULL') throw error
      if (!this.isFull) console.error(fullMessage)
      this.isFull = true
      throw new StorageFullError(fullMessage, { cause: error })
    }
  }

  /** Returns true if the disk is full. If it was, it tries again, unless a transaction is open. */
  checkFull(): boolean {
    if (!this.isFull || this.connection.inTransaction) return this.isFull
    try {
      this.run(() =>
        this.connection.exec(
          `INSERT OR REPLACE INTO settings VALUES ('spaceProbe', hex(zeroblob(${probeBytes / 2})));
           DELETE FROM settings WHERE name = 'spaceProbe'`,
        ),
      )
    } catch (error) {
      if (error instanceof StorageFullError) return true
      throw error
    }
    console.error(storingAgain)
    this.isFull = false
    return false
  }
}
