import Libsql from 'libsql'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod/mini'
import { DataFolderError } from '#sandbox/platform/database/data-folder-lock'
import { databaseFile } from '#sandbox/platform/database/open-database'
import { privateMode, syncFile, writeAtomically } from '#sandbox/platform/pki/atomic-file'

/** Names as the platform gives them, in the folder or one of its subfolders; anything else could leave the folder. */
const path = z.string().check(z.regex(/^([\w-]+\/)?[\w-][\w.-]*$/))
const filesSchema = z.array(z.object({ path, content: z.instanceof(ArrayBuffer) }))

/**
 * Restores a backup into a new data folder; its files are readable only by their owner.
 * @throws DataFolderError if the folder is not empty or the file is not a complete backup
 */
export function restoreBackup(file: string, dataFolder: string): void {
  if (!existsSync(file)) throw new DataFolderError(`${file} does not exist`)
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  if (readdirSync(dataFolder).length > 0) {
    throw new DataFolderError(`${dataFolder} is not empty; choose a new folder with --data`)
  }
  const database = join(dataFolder, databaseFile)
  const aside = `${database}.new`
  try {
    copyFileSync(file, aside)
    chmodSync(aside, privateMode)
    for (const { path: name, content } of takeFiles(aside, file)) {
      mkdirSync(dirname(join(dataFolder, name)), { recursive: true, mode: 0o700 })
      writeAtomically(join(dataFolder, name), Buffer.from(content), privateMode)
    }
    // The database comes last, so a folder that was restored only in part has none.
    syncFile(aside)
    renameSync(aside, database)
  } finally {
    rmSync(aside, { force: true })
  }
}

/** Removes the files from the copied database, without leaving the keys in its free pages, and returns them. */
function takeFiles(copy: string, file: string): z.infer<typeof filesSchema> {
  let database: Libsql.Database | undefined
  try {
    database = new Libsql(copy)
    const [check] = database.prepare('PRAGMA integrity_check').raw().all()
    if (String(check) !== 'ok') throw new Error(String(check))
    const files = database.prepare('SELECT path, content FROM backupFiles').all()
    database.exec('PRAGMA secure_delete = ON; DROP TABLE backupFiles; VACUUM')
    return z.parse(filesSchema, files)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DataFolderError(`${file} is not a complete backup: ${reason}`, { cause: error })
  } finally {
    database?.close()
  }
}
