import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plantOperations } from '#sandbox/platform/operations'
import type { ApiClient, TestOrganization } from '#sandbox/proof/testing/api-client'
import { type TestPlatform, startTestPlatform } from '#sandbox/proof/testing/test-platform'

type Person = keyof TestOrganization['users']

/** Permissions as in the README's table, independent of the roles in the code. */
const all: Person[] = ['superadmin', 'admin', 'operator', 'support']
const allowed: Record<string, Person[]> = {
  listPlants: all,
  getPlant: all,
  getCertificateStats: all,
  getEnergyToday: all,
  listCommands: all,
  sendCommand: ['superadmin', 'admin', 'operator'],
  createPlant: ['superadmin', 'admin'],
  updatePlant: ['superadmin', 'admin'],
  deletePlant: ['superadmin', 'admin'],
  suspendPlant: ['superadmin', 'admin'],
  reactivatePlant: ['superadmin', 'admin'],
  revokePlant: ['superadmin', 'admin'],
  provisionPlant: ['superadmin', 'admin'],
  downloadProvisioningPackage: ['superadmin', 'admin'],
  rotateSecret: ['superadmin', 'admin'],
  issueMqttToken: ['superadmin', 'admin'],
}

let platform: TestPlatform
let client: ApiClient
let ours: TestOrganization
let theirPlantId: string
let theirs: TestOrganization
const tokens = new Map<Person, string>()

beforeAll(async () => {
  platform = await startTestPlatform()
  client = platform.client()
  ours = await client.organization()
  theirPlantId = crypto.randomUUID()
  theirs = await client.organization({ rows: [{ id: theirPlantId, serialNumber: 'THEIRS' }] })
  for (const person of all) tokens.set(person, await client.signIn(ours.users[person]))
})
afterAll(() => platform.stop())

function tokenOf(person: Person): string {
  return tokens.get(person) ?? ''
}

const matrix = plantOperations.flatMap(({ id, method, path }) =>
  all.map((person) => ({ id, method, path, person, may: allowed[id]?.includes(person) ?? false })),
)

test.each(matrix)('$person, $id: allowed $may', async ({ method, path, person, may }) => {
  // The plant doesn't exist: with permission, the response is 404 (or 400 for the empty body), otherwise 403.
  const response = await client.api(
    method.toUpperCase(),
    path.replace('{id}', crypto.randomUUID()),
    {
      token: tokenOf(person),
    },
  )
  expect(response.status === 403).toBe(!may)
  if (!may) expect(response.json.code).toBe('FORBIDDEN')
})

describe('plants of another organization', () => {
  const onPlant = plantOperations.filter(({ path }) => path.includes('{id}'))

  test.each(onPlant)('are not found by $id', async ({ method, path }) => {
    const response = await client.api(method.toUpperCase(), path.replace('{id}', theirPlantId), {
      token: tokenOf('superadmin'),
    })
    expect([response.status, response.json.code]).toEqual([404, 'PLANT_NOT_FOUND'])
  })

  test('appear in no list and no total', async () => {
    const { json } = await client.api('GET', '/plants', { token: tokenOf('admin') })
    expect(json.meta).toMatchObject({ total: 0 })
  })

  test('can have the same serial number', async () => {
    const body = { name: 'Same', serialNumber: 'THEIRS', type: 'METER' }
    const token = tokenOf('admin')
    expect((await client.api('POST', '/plants', { token, body })).status).toBe(400)
    const right = { ...body, type: 'SENSOR' }
    expect((await client.api('POST', '/plants', { token, body: right })).status).toBe(201)
  })

  test('are accessible through x-org-id for a super-admin, but not for an admin', async () => {
    const headers = { 'x-org-id': theirs.organizationId }
    const read = (person: Person) =>
      client.api('GET', `/plants/${theirPlantId}`, { token: tokenOf(person), headers })
    expect((await read('superadmin')).status).toBe(200)
    const refused = await read('admin')
    expect([refused.status, refused.json.code]).toEqual([403, 'INSUFFICIENT_ORG_PERMISSIONS'])
  })

  test.each([
    ['unknown', '00000000-0000-4000-8000-000000000000', 403],
    ['malformed', 'x', 400],
  ])('are refused if x-org-id is %s', async (_name, id, status) => {
    const token = tokenOf('superadmin')
    expect(
      (await client.api('GET', '/plants', { token, headers: { 'x-org-id': id } })).status,
    ).toBe(status)
  })

  test('can receive a plant from a super-admin, and the totals follow', async () => {
    const plantId = crypto.randomUUID()
    const from = await client.organization({ rows: [{ id: plantId }] })
    const token = await client.signIn(from.users.superadmin)
    const body = { organizationId: theirs.organizationId }
    expect((await client.api('PATCH', `/plants/${plantId}`, { token, body })).status).toBe(200)
    expect((await client.api('GET', `/plants/${plantId}`, { token })).status).toBe(404)
    expect((await client.api('GET', '/plants', { token })).json.meta).toMatchObject({ total: 0 })
  })
})
