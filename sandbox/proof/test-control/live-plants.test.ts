import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { ApiClient, TestOrganization } from '#sandbox/proof/testing/api-client'
import { type TestPlatform, startTestPlatform } from '#sandbox/proof/testing/test-platform'
import { hourMs } from '@/lib/instants'

let platform: TestPlatform
let client: ApiClient
let organization: TestOrganization
let token: string

beforeAll(async () => {
  platform = await startTestPlatform()
  client = platform.client()
})
afterAll(() => platform.stop())
beforeEach(async () => {
  organization = await client.organization()
  token = await client.signIn(organization.users.admin)
})

function create(serialNumber: string) {
  const body = { name: 'Plant', serialNumber, type: 'GATEWAY', authMethod: 'MTLS' }
  return client.api('POST', '/plants', { token, body })
}

const path = (id: string) => `/_test/organizations/${organization.organizationId}/plants/${id}/live`
async function plantOf(id: string) {
  return (await client.api('GET', `/plants/${id}`, { token })).json
}

test('live plants connect, acknowledge commands and disconnect on request', async () => {
  const { json } = await create('LIVE')
  const id = String(json.id)
  expect((await client.send('PUT', path(id), { body: { ack: 'error' } })).status).toBe(204)
  expect(await plantOf(id)).toMatchObject({ status: 'ONLINE', lifecycleStatus: 'ACTIVE' })
  await client.api('POST', `/plants/${id}/commands`, { token, body: { command: 'GET_INFO' } })
  await vi.waitFor(async () => {
    const history = await client.api('GET', `/plants/${id}/commands`, { token })
    expect(history.json.data).toMatchObject([{ responseStatus: 'ERROR' }])
  })
  expect((await client.send('DELETE', path(id))).status).toBe(204)
  expect(await plantOf(id)).toMatchObject({ status: 'OFFLINE' })
})

test('live plants connect with the given package if it is valid', async () => {
  const id = String((await create('PACKAGE')).json.id)
  const provision = () => client.api('POST', `/plants/${id}/provision`, { token })
  const [replaced, current] = [(await provision()).json, (await provision()).json]
  const refused = await client.send('PUT', path(id), { body: { package: replaced } })
  expect(refused.status).toBe(409)
  const taken = await client.send('PUT', path(id), { body: { package: current } })
  expect(taken.status).toBe(204)
  expect(await plantOf(id)).toMatchObject({ status: 'ONLINE' })
  await client.send('DELETE', path(id))
})

test('live plants keep trying to connect with an expired certificate, which the platform counts', async () => {
  const id = String((await create('EXPIRED')).json.id)
  const certificateExpiresAt = new Date(Date.now() - hourMs).toISOString()
  const accepted = await client.send('PUT', path(id), { body: { certificateExpiresAt } })
  expect(accepted.status).toBe(409)
  const body = { certificateExpiresAt, expected: 'refused' }
  expect((await client.send('PUT', path(id), { body })).status).toBe(204)
  const { authFailureCount } = await plantOf(id)
  expect(authFailureCount).toBeGreaterThanOrEqual(2)
  await vi.waitFor(
    async () =>
      expect((await plantOf(id)).authFailureCount).toBeGreaterThan(Number(authFailureCount)),
    { timeout: 5000 },
  )
  await client.send('DELETE', path(id))
  const { certificateExpiresAt: expiresAt, ...plant } = await plantOf(id)
  expect(plant).toMatchObject({ lastSeenAt: null, lastAuthFailureAt: expect.any(String) })
  expect(Date.parse(String(expiresAt))).toBeLessThan(Date.now())
  const valid = await client.send('PUT', path(id), { body: { expected: 'refused' } })
  expect([valid.status, valid.json.message]).toEqual([409, 'the plant was accepted'])
  await client.send('DELETE', path(id))
})

test('live plants exist only for existing plants', async () => {
  expect((await client.send('PUT', path(crypto.randomUUID()))).status).toBe(404)
})
