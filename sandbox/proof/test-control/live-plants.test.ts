import { expect, test, vi } from 'vitest'
import { clientSuite } from '#sandbox/proof/testing/client-suite'
import { hourMs } from '@/lib/instants'

const suite = clientSuite()

function create(serialNumber: string) {
  const body = { name: 'Plant', serialNumber, type: 'GATEWAY', authMethod: 'MTLS' }
  return suite.api('POST', '/plants', { body })
}

const path = (id: string) =>
  `/_test/organizations/${suite.organization.organizationId}/plants/${id}/live`
async function plantOf(id: string) {
  return (await suite.api('GET', `/plants/${id}`)).json
}

test('live plants connect, acknowledge commands and disconnect on request', async () => {
  const { json } = await create('LIVE')
  const id = String(json.id)
  expect((await suite.client.send('PUT', path(id), { body: { ack: 'error' } })).status).toBe(204)
  expect(await plantOf(id)).toMatchObject({ status: 'ONLINE', lifecycleStatus: 'ACTIVE' })
  await suite.api('POST', `/plants/${id}/commands`, { body: { command: 'GET_INFO' } })
  await vi.waitFor(async () => {
    const history = await suite.api('GET', `/plants/${id}/commands`)
    expect(history.json.data).toMatchObject([{ responseStatus: 'ERROR' }])
  })
  expect((await suite.client.send('DELETE', path(id))).status).toBe(204)
  expect(await plantOf(id)).toMatchObject({ status: 'OFFLINE' })
})

test('live plants connect with the given package if it is valid', async () => {
  const id = String((await create('PACKAGE')).json.id)
  const provision = () => suite.api('POST', `/plants/${id}/provision`)
  const [replaced, current] = [(await provision()).json, (await provision()).json]
  const refused = await suite.client.send('PUT', path(id), { body: { package: replaced } })
  expect(refused.status).toBe(409)
  const taken = await suite.client.send('PUT', path(id), { body: { package: current } })
  expect(taken.status).toBe(204)
  expect(await plantOf(id)).toMatchObject({ status: 'ONLINE' })
  await suite.client.send('DELETE', path(id))
})

test('live plants keep trying to connect with an expired certificate, which the platform counts', async () => {
  const id = String((await create('EXPIRED')).json.id)
  const certificateExpiresAt = new Date(Date.now() - hourMs).toISOString()
  const accepted = await suite.client.send('PUT', path(id), { body: { certificateExpiresAt } })
  expect(accepted.status).toBe(409)
  const body = { certificateExpiresAt, expected: 'refused' }
  expect((await suite.client.send('PUT', path(id), { body })).status).toBe(204)
  const { authFailureCount } = await plantOf(id)
  expect(authFailureCount).toBeGreaterThanOrEqual(2)
  await vi.waitFor(
    async () =>
      expect((await plantOf(id)).authFailureCount).toBeGreaterThan(Number(authFailureCount)),
    { timeout: 5000 },
  )
  await suite.client.send('DELETE', path(id))
  const { certificateExpiresAt: expiresAt, ...plant } = await plantOf(id)
  expect(plant).toMatchObject({ lastSeenAt: null, lastAuthFailureAt: expect.any(String) })
  expect(Date.parse(String(expiresAt))).toBeLessThan(Date.now())
  const valid = await suite.client.send('PUT', path(id), { body: { expected: 'refused' } })
  expect([valid.status, valid.json.message]).toEqual([409, 'the plant was accepted'])
  await suite.client.send('DELETE', path(id))
})

test('live plants exist only for existing plants', async () => {
  expect((await suite.client.send('PUT', path(crypto.randomUUID()), { body: {} })).status).toBe(404)
})
