import Libsql from 'libsql'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as folderFiles from './folder-files'
import { writeBackup } from './write-backup'
import { DataFolderError } from '#sandbox/platform/database/data-folder-lock'
import { newDataFolder } from '#sandbox/proof/testing/test-platform'

vi.mock('./folder-files', { spy: true })

test('refuses a backup of files that keep changing, and leaves nothing behind', () => {
  const folder = newDataFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const database = new Libsql(join(folder, 'plantdeck.sqlite'))
  database.exec('CREATE TABLE plantSecrets (plantId, sealed, createdAt)')
  database.close()
  // A change in every moment between the two readings of the files.
  vi.mocked(folderFiles.isSame).mockReturnValue(false)
  writeFileSync(join(folder, 'sealing-key'), 'key')
  const write = () => writeBackup(folder, join(folder, 'backup'))
  expect(write).toThrow(DataFolderError)
  expect(write).toThrow('The files keep changing; stop the platform or try again.')
  expect(readdirSync(folder).filter((name) => name.startsWith('backup'))).toEqual([])
})
