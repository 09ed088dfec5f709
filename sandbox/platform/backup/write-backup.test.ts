import Libsql from 'libsql'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeBackup } from './write-backup'
import { DataFolderError } from '#sandbox/platform/database/data-folder-lock'
import { newDataFolder } from '#sandbox/proof/testing/test-platform'

test('refuses a backup of files that keep changing, and leaves nothing behind', () => {
  const folder = newDataFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const database = new Libsql(join(folder, 'plantdeck.sqlite'))
  database.exec('CREATE TABLE plantSecrets (plantId, sealed, createdAt)')
  database.close()
  // A change in every moment between the two readings of the files.
  let readings = 0
  const read = () => new Map([['package.json', Buffer.from([(readings += 1)])]])
  const write = () => writeBackup(folder, join(folder, 'backup'), read)
  expect(write).toThrow(DataFolderError)
  expect(write).toThrow('The files keep changing; stop the platform or try again.')
  expect(readdirSync(folder).filter((name) => name.startsWith('backup'))).toEqual([])
})
