import type Libsql from 'libsql'
import { rmSync } from 'node:fs'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase } from './open-database'
import { StorageFullError } from './storage'
import { AdminClient } from '#sandbox/proof/testing/admin-client'
import type { ApiClient } from '#sandbox/proof/testing/api-client'
import { connectPlant } from '#sandbox/proof/testing/plant-client'
import { newDataFolder, platformForThisTest } from '#sandbox/proof/testing/test-platform'

/** Platform whose database can be kept from growing, which SQLite reports like a full disk. */
async function platformWithLimit() {
  let connection: Libsql.Database | undefined
  const onOpen = (opened: Libsql.Database) => {
    connection = opened
  }
  const platform = await platformForThisTest({ onOpen })
  return {
    client: platform.client(),
    fill: () => connection?.exec('PRAGMA max_page_count = 1'),
    clear: () => connection?.exec('PRAGMA max_page_count = 1000000'),
  }
}

/** Creates large plants until one is refused; returns the refusal. */
async function createUntilRefused(client: ApiClient, token: string) {
  for (let n = 0; n < 100; n += 1) {
    const metadata = { notes: 'x'.repeat(10_000) }
    const body = { name: 'Large', serialNumber: `L-${n}`, type: 'SENSOR', metadata }
    const response = await client.api('POST', '/plants', { token, body })
    if (response.status !== 201) return response
  }
  throw new Error('no plant was refused')
}

test('reports a full disk in every response, and stores again without a restart once it has space', async () => {
  const logged = vi.spyOn(console, 'error').mockReturnValue()
  const { client, fill, clear } = await platformWithLimit()
  const { users } = await client.organization()
  const token = await client.signIn(users.admin)
  fill()
  const { status, json } = await createUntilRefused(client, token)
  expect([status, json.code]).toEqual([503, 'SERVICE_UNAVAILABLE'])
  expect(json.message).toContain('disk')
  const health = await client.send('GET', '/healthz')
  expect([health.status, health.json]).toEqual([503, { status: 'disk full' }])
  expect((await client.api('GET', '/plants', { token })).status).toBe(200)
  expect(logged.mock.calls.map(String)).toEqual([expect.stringMatching(/^The disk .* is full/)])

  clear()
  const again = await client.send('GET', '/healthz')
  expect([again.status, again.json]).toEqual([200, { status: 'ok' }])
  const body = { name: 'Small', serialNumber: 'S-1', type: 'SENSOR' }
  expect((await client.api('POST', '/plants', { token, body })).status).toBe(201)
  expect(await client.signIn(users.support)).toEqual(expect.any(String))
})

test('reports the full disk, and not that SQLite has already rolled back', async () => {
  const dataFolder = newDataFolder()
  onTestFinished(() => rmSync(dataFolder, { recursive: true }))
  const { database, connection } = openDatabase(dataFolder)
  onTestFinished(() => database.destroy())
  const transaction = database.transaction().execute(async () => {
    // What SQLite does if the disk is full when it writes a commit.
    connection.exec('ROLLBACK')
    throw new StorageFullError('full')
  })
  await expect(transaction).rejects.toBeInstanceOf(StorageFullError)
  expect(await database.selectFrom('plants').select('id').execute()).toEqual([])
})

test('serves plants again that connected while the disk was full', async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const { client, fill, clear } = await platformWithLimit()
  const admin = await AdminClient.open(client)
  const issued = await admin.newPackage()
  fill()
  await createUntilRefused(client, admin.token)
  const plant = await connectPlant(issued)
  clear()
  const sample = { ts: Date.now(), values: { pvPowerKw: 3 } }
  await plant.publishAsync(issued.mqtt.topics.telemetry, JSON.stringify(sample), { qos: 1 })
  expect(await admin.plant(issued.plantId)).toMatchObject({ status: 'ONLINE' })
})
