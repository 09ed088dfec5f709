import Libsql from 'libsql'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writeBackup } from './write-backup'
import { DataFolderError } from '#sandbox/platform/database/data-folder-lock'
import { openVault } from '#sandbox/platform/pki/vault'
import { newDataFolder } from '#sandbox/proof/testing/test-platform'

test.each([
  ['missing', (file: string) => rmSync(file)],
  ['another one', (file: string) => writeFileSync(file, Buffer.alloc(32, 7))],
])('refuses a backup whose key is %s', (_name, spoil) => {
  const folder = newDataFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const database = new Libsql(join(folder, 'plantdeck.sqlite'))
  database.exec('CREATE TABLE plantSecrets (plantId, sealed, createdAt)')
  const sealed = openVault(folder).seal('secret', 'hmac-secret p')
  database.prepare('INSERT INTO plantSecrets VALUES (?, ?, ?)').run(['p', sealed, '2026'])
  database.close()
  writeBackup(folder, join(folder, 'good.backup'))
  spoil(join(folder, 'sealing-key'))
  const write = () => writeBackup(folder, join(folder, 'backup'))
  expect(write).toThrow(DataFolderError)
  expect(write).toThrow(/sealing-key/)
  expect(readdirSync(folder)).not.toContain('backup')
})
