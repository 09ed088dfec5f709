import Libsql from 'libsql'
import { randomBytes } from 'node:crypto'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { readOptions } from './options'
import { startPlatform } from './platform'
import { DataFolderError } from './platform/database/data-folder-lock'
import { ApiClient } from './proof/testing/api-client'
import { spawnPlatform } from './proof/testing/spawned-platform'
import { newDataFolder } from './proof/testing/test-platform'

let dataFolder: string
beforeEach(() => {
  dataFolder = newDataFolder()
  return () => rmSync(dataFolder, { recursive: true, force: true })
})

function flags(): string[] {
  const ports = ['--port', '0', '--mqtt-port', '0']
  return ['--data', dataFolder, ...ports, '--plants', '3', '--field', '0']
}

function start() {
  const options = readOptions(flags())
  if (!options) throw new Error('no options')
  return startPlatform(options)
}

/** Runs a platform on the folder until one of its plants has a secret and a certificate. */
async function provisionOnce(): Promise<void> {
  const platform = await start()
  const client = new ApiClient(platform.url)
  const token = await client.signIn({ username: 'admin', password: 'plantdeck-demo' })
  const body = { name: 'Kept', serialNumber: 'K-1', type: 'GATEWAY', authMethod: 'MTLS' }
  const { json } = await client.api('POST', '/plants', { token, body })
  const provisioned = await client.api('POST', `/plants/${String(json.id)}/provision`, { token })
  expect(provisioned.status).toBe(200)
  await platform.stop()
}

const fileOf = (name: string) => join(dataFolder, name)
const remove = (name: string) => () => rmSync(fileOf(name), { recursive: true })

test.each([
  ['the sealing key is lost', remove('sealing-key'), /sealing-key is missing\..* HMAC secrets/],
  [
    'the sealing key was replaced',
    () => writeFileSync(fileOf('sealing-key'), randomBytes(32)),
    /sealing-key is not the key .* HMAC secrets/,
  ],
  ['the authority’s key is lost', remove('pki/ca.key'), /ca\.key is missing\..* certificate/],
  ['the whole authority is lost', remove('pki'), /ca\.key is missing\..* certificate/],
  [
    'the authority’s key is damaged',
    () => writeFileSync(fileOf('pki/ca.key'), 'x'),
    /ca\.key is not a private key/,
  ],
  [
    'the authority’s certificate is damaged',
    () => writeFileSync(fileOf('pki/ca.crt'), 'x'),
    /ca\.crt does not match the key/,
  ],
  [
    'a signing key is damaged',
    () => writeFileSync(fileOf('mqtt-token-key.json'), '{}'),
    /mqtt-token-key\.json is damaged\./,
  ],
  [
    'the database is of a newer version',
    () => {
      const database = new Libsql(fileOf('plantdeck.sqlite'))
      database.exec("INSERT INTO migrations VALUES (9999, 'later', '')")
      database.close()
    },
    /newer version of Plantdeck \(schema 9999, .*--data/,
  ],
])('refuses to start and gives the consequence if %s', async (_case, lose, message) => {
  await provisionOnce()
  lose()
  const failure: unknown = await start().catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(DataFolderError)
  expect(String(failure)).toMatch(message)
  expect(existsSync(fileOf('pki/ca.key.new'))).toBe(false)
})

test('creates no second key in place of a lost one', async () => {
  await provisionOnce()
  remove('sealing-key')()
  await expect(start()).rejects.toThrow('sealing-key')
  expect(existsSync(fileOf('sealing-key'))).toBe(false)
})

test('needs no keys in a folder without secrets', async () => {
  await (await start()).stop()
  for (const name of ['sealing-key', 'pki', 'access-token-key.json']) remove(name)()
  await (await start()).stop()
})

test('prints one line without a stack trace', async () => {
  writeFileSync(fileOf('plantdeck.sqlite'), 'x'.repeat(5_000))
  const { exitCode, output } = await spawnPlatform(flags())
  expect(exitCode).toBe(1)
  expect(output.trim().split('\n')).toEqual([expect.stringMatching(/plantdeck\.sqlite cannot be/)])
}, 60_000)

test('prints one line if the address cannot be used', async () => {
  const { exitCode, output } = await spawnPlatform([...flags(), '--host', '192.0.2.1'])
  expect(exitCode).toBe(1)
  expect(output.trim().split('\n')).toEqual([expect.stringContaining('192.0.2.1')])
}, 60_000)
