// A backup is one SQLite file: the database, and a table with the other files of the data folder, which are keys and
// packages. One without the other would be worthless, and could get lost or mixed up separately.
import Libsql from 'libsql'
import { closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isSame, readFiles } from './folder-files'
import { DataFolderError } from '#sandbox/platform/database/data-folder-lock'
import { databaseFile } from '#sandbox/platform/database/open-database'
import { privateMode, syncFile } from '#sandbox/platform/pki/atomic-file'
import { openVault } from '#sandbox/platform/pki/vault'
import { sealedSecret } from '#sandbox/platform/provisioning/plant-secrets'

/** Attempts to copy database and files without a change of the files in between. */
const maxAttempts = 5

/**
 * Writes a backup of a data folder, which a platform may be using at the same time, to a new file that only its owner
 * can read. `read` reads the folder's other files.
 * @throws DataFolderError if the folder has no database or not its key, its files keep changing, or the file exists
 */
export function writeBackup(dataFolder: string, file: string, read = readFiles): void {
  const source = join(dataFolder, databaseFile)
  if (!existsSync(source)) throw new DataFolderError(`${source} does not exist; use --data`)
  if (existsSync(file)) throw new DataFolderError(`${file} exists; choose a new file`)
  const aside = `${file}.new`
  try {
    addFiles(
      aside,
      copyDatabase(source, aside, () => read(dataFolder)),
    )
    syncFile(aside)
    renameSync(aside, file)
  } finally {
    rmSync(aside, { force: true })
  }
}

/** Copies the database and returns the folder's files, as they were both before and after the copy. */
function copyDatabase(
  source: string,
  target: string,
  read: () => Map<string, Buffer>,
): Map<string, Buffer> {
  const database = new Libsql(source)
  try {
    database.exec('PRAGMA busy_timeout = 5000')
    checkKey(database, dirname(source))
    for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
      const before = read()
      rmSync(target, { force: true })
      // SQLite would create the file with the process's mode; it accepts an empty one.
      closeSync(openSync(target, 'wx', privateMode))
      database.prepare('VACUUM INTO ?').run([target])
      if (isSame(before, read())) return before
    }
    throw new DataFolderError('The files keep changing; stop the platform or try again.')
  } finally {
    database.close()
  }
}

/** Without the key of its secrets, a backup would be found worthless only when it is needed. */
function checkKey(database: Libsql.Database, dataFolder: string): void {
  const secrets = database.prepare(
    'SELECT plantId, sealed FROM plantSecrets ORDER BY createdAt DESC LIMIT 1',
  )
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the columns of the query
  const newest = secrets.get([]) as { plantId: string; sealed: string } | undefined
  if (newest) openVault(dataFolder, sealedSecret(newest))
}

function addFiles(file: string, files: ReadonlyMap<string, Buffer>): void {
  const database = new Libsql(file)
  try {
    database.exec('CREATE TABLE backupFiles (path TEXT PRIMARY KEY, content BLOB NOT NULL)')
    const insert = database.prepare('INSERT INTO backupFiles VALUES (?, ?)')
    database.transaction(() => {
      for (const [path, content] of files) insert.run([path, content])
    })()
  } finally {
    database.close()
  }
}
