import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiClient, TestOrganization } from '#sandbox/proof/testing/api-client'
import { type TestPlatform, startTestPlatform } from '#sandbox/proof/testing/test-platform'

let platform: TestPlatform
let client: ApiClient
let org: TestOrganization
let token: string

beforeAll(async () => {
  platform = await startTestPlatform()
  client = platform.client()
  org = await client.organization()
  token = await client.signIn(org.users.superadmin)
})
afterAll(() => platform.stop())

async function call(method: string, path: string, body?: unknown) {
  const { status, json } = await client.api(method, path, { token, body })
  expect(status).toBeLessThan(300)
  return json
}

/** Returns what was recorded of the actions on a plant or a user, the first one first. */
async function recordedFor(subjectId: string) {
  const json = await call('GET', `/audit?subjectId=${subjectId}`)
  const entries = json.data as { action: string; changes: unknown }[]
  return entries.map(({ action, changes }) => [action, changes]).toReversed()
}

async function newUser(): Promise<string> {
  const username = `new-${crypto.randomUUID().slice(0, 8)}`
  const body = { username, password: 'correct horse battery', role: 'support' }
  return String((await call('POST', '/users', body)).id)
}

const plant = { name: 'North', serialNumber: 'N-1', type: 'SENSOR', authMethod: 'TOKEN' }

test('records what a change of an account has changed, and no password', async () => {
  const id = await newUser()
  await call('PATCH', `/users/${id}`, { role: 'operator', state: 'ACTIVE' })
  await call('PATCH', `/users/${id}`, { state: 'DISABLED' })
  await call('PATCH', `/users/${id}`, { role: 'operator' })
  expect(await recordedFor(id)).toEqual([
    ['createAccount', [{ member: 'role', to: 'support' }]],
    ['updateAccount', [{ member: 'role', from: 'support', to: 'operator' }]],
    ['updateAccount', [{ member: 'state', from: 'ACTIVE', to: 'DISABLED' }]],
    ['updateAccount', []],
  ])
})

test('records what was changed in a plant, without its metadata', async () => {
  const body = { ...plant, metadata: { key: 'secret' } }
  const id = String((await call('POST', '/plants', body)).id)
  const change = { ...plant, name: 'South', externalPlantId: 'X', metadata: { key: 'other' } }
  await call('PATCH', `/plants/${id}`, change)
  await call('PATCH', `/plants/${id}`, { ...change, externalPlantId: null })
  await call('DELETE', `/plants/${id}`)
  const identity = (key: 'from' | 'to', name: string) => [
    { member: 'name', [key]: name },
    { member: 'serialNumber', [key]: 'N-1' },
  ]
  expect(await recordedFor(id)).toEqual([
    ['createPlant', identity('to', 'North')],
    [
      'updatePlant',
      [
        { member: 'name', from: 'North', to: 'South' },
        { member: 'metadata' },
        { member: 'externalPlantId', from: null, to: 'X' },
      ],
    ],
    ['updatePlant', [{ member: 'externalPlantId', from: 'X', to: null }]],
    ['deletePlant', identity('from', 'South')],
  ])
})

test('records the name of a command, without its payload, and nothing where the action says all', async () => {
  const id = String((await call('POST', '/plants', { ...plant, serialNumber: 'N-2' })).id)
  await call('POST', `/plants/${id}/provision`)
  await call('POST', `/plants/${id}/commands`, { command: 'GET_INFO', payload: { pin: 'secret' } })
  expect((await recordedFor(id)).slice(1)).toEqual([
    ['provisionPlant', null],
    ['sendCommand', [{ member: 'command', to: 'GET_INFO' }]],
  ])
})
