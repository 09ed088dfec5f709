import { describe, expect, test } from 'vitest'
import { clientSuite } from '#sandbox/proof/testing/client-suite'

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

const suite = clientSuite()

async function plantIn(lifecycleStatus: string): Promise<string> {
  const id = crypto.randomUUID()
  const { users } = await suite.client.organization({
    rows: [{ id, lifecycleStatus, status: 'ONLINE' }],
  })
  suite.token = await suite.client.signIn(users.admin)
  return id
}

async function stateOf(id: string) {
  return (await suite.api('GET', `/plants/${id}`)).json
}

describe.each(states)('a plant in state %s', (state) => {
  test.each(steps)('is changed by %s according to the lifecycle', async (step) => {
    const id = await plantIn(state)
    const response = await suite.api('POST', `/plants/${id}/${step}`)
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
    expect((await suite.api('DELETE', `/plants/${id}`)).status).toBe(200)
    expect((await suite.api('GET', `/plants/${id}`)).status).toBe(404)
  })
})

test('disconnects a suspended plant', async () => {
  const id = await plantIn('ACTIVE')
  await suite.api('POST', `/plants/${id}/suspend`)
  expect((await stateOf(id)).status).toBe('OFFLINE')
})
