import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApiClient, TestOrganization } from '#sandbox/proof/testing/api-client'
import { type TestPlatform, startTestPlatform } from '#sandbox/proof/testing/test-platform'

const states = ['PENDING', 'PROVISIONED', 'ACTIVE', 'SUSPENDED', 'REVOKED', 'DECOMMISSIONED', 'NEW']
const steps = ['provision', 'suspend', 'reactivate', 'revoke']

/** Resulting state of each permitted step; all other steps are refused. */
const leads = new Map([
  ['PENDING provision', 'PROVISIONED'],
  ['PROVISIONED provision', 'PROVISIONED'],
  ['ACTIVE provision', 'ACTIVE'],
  ['ACTIVE suspend', 'SUSPENDED'],
  ['SUSPENDED reactivate', 'ACTIVE'],
  ['PROVISIONED revoke', 'REVOKED'],
  ['ACTIVE revoke', 'REVOKED'],
  ['SUSPENDED revoke', 'REVOKED'],
])

let platform: TestPlatform
let client: ApiClient
let organization: TestOrganization
let token: string

beforeAll(async () => {
  platform = await startTestPlatform()
  client = platform.client()
  organization = await client.organization()
  token = await client.signIn(organization.users.admin)
})
afterAll(() => platform.stop())

async function plantIn(lifecycleStatus: string): Promise<string> {
  const id = crypto.randomUUID()
  const { users } = await client.organization({ rows: [{ id, lifecycleStatus, status: 'ONLINE' }] })
  token = await client.signIn(users.admin)
  return id
}

async function stateOf(id: string) {
  return (await client.api('GET', `/plants/${id}`, { token })).json
}

describe.each(states)('a plant in state %s', (state) => {
  test.each(steps)('is changed by %s according to the lifecycle', async (step) => {
    const id = await plantIn(state)
    const response = await client.api('POST', `/plants/${id}/${step}`, { token })
    const next = leads.get(`${state} ${step}`)
    expect(response.status).toBe(next === undefined ? 400 : 200)
    expect((await stateOf(id)).lifecycleStatus).toBe(next ?? state)
    if (next === undefined) {
      expect(response.json.code).toBe('BAD_REQUEST')
      expect(response.json.message).toContain(state)
    }
  })

  test('can be deleted', async () => {
    const id = await plantIn(state)
    expect((await client.api('DELETE', `/plants/${id}`, { token })).status).toBe(200)
    expect((await client.api('GET', `/plants/${id}`, { token })).status).toBe(404)
  })
})

test('disconnects a suspended plant', async () => {
  const id = await plantIn('ACTIVE')
  await client.api('POST', `/plants/${id}/suspend`, { token })
  expect((await stateOf(id)).status).toBe('OFFLINE')
})
