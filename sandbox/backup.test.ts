import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { readOptions } from './options'
import { startPlatform } from './platform'
import { restoreBackup } from './platform/backup/restore-backup'
import { writeBackup } from './platform/backup/write-backup'
import type { IssuedPackage } from './platform/provisioning/issue-package'
import { ApiClient } from './proof/testing/api-client'
import { ListeningPlant } from './proof/testing/plant-client'
import { spawnPlatform } from './proof/testing/spawned-platform'
import { newDataFolder } from './proof/testing/test-platform'

const admin = { username: 'admin', password: 'plantdeck-demo' }
const slow = { timeout: 120_000 }

let folder: string
beforeEach(() => {
  folder = newDataFolder()
  return () => rmSync(folder, { recursive: true, force: true })
})
const inFolder = (name: string) => join(folder, name)

async function start(dataFolder: string) {
  const ports = ['--port', '0', '--mqtt-port', '0']
  const options = readOptions(['--data', dataFolder, ...ports, '--field', '2', '--plants', '3'])
  if (!options) throw new Error('no options')
  const platform = await startPlatform(options)
  onTestFinished(() => platform.stop())
  return { client: new ApiClient(platform.url), stop: () => platform.stop() }
}

function modesIn(dataFolder: string): number[] {
  return readdirSync(dataFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => statSync(join(parentPath, name)).mode & 0o077)
}

test('restores a backup of a running platform: sign-in, packages, commands', slow, async () => {
  const first = await start(inFolder('first'))
  const token = await first.client.signIn(admin)
  const body = { name: 'Kept', serialNumber: 'KEPT-1', type: 'GATEWAY', authMethod: 'MTLS' }
  const plantId = String((await first.client.api('POST', '/plants', { token, body })).json.id)
  const path = `/plants/${plantId}`
  const issued = await first.client.api('POST', `${path}/provision`, { token })
  expect(issued.status).toBe(200)

  writeBackup(inFolder('first'), inFolder('backup'))
  expect(statSync(inFolder('backup')).mode & 0o777).toBe(0o600)
  await first.client.api('DELETE', path, { token })
  await first.stop()
  rmSync(inFolder('first'), { recursive: true })

  restoreBackup(inFolder('backup'), inFolder('second'))
  expect(modesIn(inFolder('second')).filter((mode) => mode !== 0)).toEqual([])
  const second = await start(inFolder('second'))
  // The session of the backup goes on, and everyone can sign in.
  expect((await second.client.api('GET', path, { token })).status).toBe(200)
  const again = await second.client.signIn(admin)
  const downloaded = await second.client.api('GET', `${path}/provision/download`, { token: again })
  expect(downloaded.status).toBe(200)
  const restored = JSON.parse(issued.text) as IssuedPackage
  expect(downloaded.json.security).toEqual(restored.security)

  const { mqtt } = await provisionedAt(second.client, again)
  const plant = await ListeningPlant.start({
    ...restored,
    mqtt: { ...restored.mqtt, port: mqtt.port },
  })
  await vi.waitFor(async () => {
    const { json } = await second.client.api('GET', path, { token: again })
    expect(json.lifecycleStatus).toBe('ACTIVE')
  })
  const sent = { command: 'HOLD' }
  const command = await second.client.api('POST', `${path}/commands`, { token: again, body: sent })
  expect(command.status).toBe(201)
  await plant.ack(await plant.next())
  await vi.waitFor(async () => {
    const { json } = await second.client.api('GET', `${path}/commands`, { token: again })
    expect(json.data).toMatchObject([{ command: 'HOLD', responseStatus: 'OK' }])
  })
})

/** Provisions another plant, whose package has the broker's current port. */
async function provisionedAt(client: ApiClient, token: string): Promise<IssuedPackage> {
  const body = { name: 'Other', serialNumber: 'OTHER-1', type: 'GATEWAY', authMethod: 'MTLS' }
  const plantId = String((await client.api('POST', '/plants', { token, body })).json.id)
  const { text } = await client.api('POST', `/plants/${plantId}/provision`, { token })
  return JSON.parse(text) as IssuedPackage
}

test('keeps no key in the restored database', slow, async () => {
  await (await start(inFolder('first'))).stop()
  const key = readFileSync(inFolder('first/sealing-key'))
  writeBackup(inFolder('first'), inFolder('backup'))
  expect(readFileSync(inFolder('backup')).includes(key)).toBe(true)
  restoreBackup(inFolder('backup'), inFolder('second'))
  expect(readFileSync(inFolder('second/plantdeck.sqlite')).includes(key)).toBe(false)
  expect(readFileSync(inFolder('second/sealing-key'))).toEqual(key)
  const used = readdirSync(inFolder('first'), { recursive: true }).map(String)
  const kept = used.filter((name) => !/^lock\.sqlite|-wal$|-shm$/.test(name))
  expect(new Set(readdirSync(inFolder('second'), { recursive: true }).map(String))).toEqual(
    new Set(kept),
  )
})

test('is a flag of the command line, also while the platform runs', slow, async () => {
  await start(inFolder('first'))
  const backup = await spawnPlatform(['--data', inFolder('first'), '--backup', inFolder('backup')])
  expect([backup.exitCode, backup.output]).toEqual([0, expect.stringContaining('keep it safe')])
  const into = ['--data', inFolder('second')]
  const restored = await spawnPlatform([...into, '--restore', inFolder('backup')])
  expect([restored.exitCode, restored.output]).toEqual([0, expect.stringContaining('restored')])
  const { client } = await start(inFolder('second'))
  expect(await client.signIn(admin)).toEqual(expect.any(String))
})

test('refuses to overwrite anything, and files that are not a backup', () => {
  expect(() => writeBackup(folder, inFolder('backup'))).toThrow('plantdeck.sqlite does not exist')
  writeFileSync(inFolder('other'), 'x'.repeat(5_000))
  expect(() => restoreBackup(inFolder('other'), folder)).toThrow('is not empty')
  expect(() => restoreBackup(inFolder('other'), inFolder('new'))).toThrow('not a complete backup')
  expect(readdirSync(inFolder('new'))).toEqual([])
  expect(() => restoreBackup(inFolder('none'), inFolder('next'))).toThrow('does not exist')
})
