import { describe, expect, test } from 'vitest'
import { bodyOf } from '#sandbox/proof/testing/api-client'
import { clientSuite } from '#sandbox/proof/testing/client-suite'
import { platformForThisTest } from '#sandbox/proof/testing/test-platform'

const suite = clientSuite()

async function fault(options: Record<string, unknown>): Promise<void> {
  const body = { organizationId: suite.organization.organizationId, ...options }
  expect((await suite.client.send('POST', '/_test/faults', { body })).status).toBe(201)
}

async function requests(): Promise<Record<string, unknown>[]> {
  const path = `/_test/requests?organizationId=${suite.organization.organizationId}`
  return bodyOf(await suite.client.send('GET', path)) as Record<string, unknown>[]
}

function create(serialNumber: string) {
  const body = { name: 'Plant', serialNumber, type: 'SENSOR' }
  const headers = { 'idempotency-key': serialNumber }
  return suite.api('POST', '/plants', { body, headers })
}

async function total(): Promise<unknown> {
  const { json } = await suite.api('GET', '/plants')
  return (json.meta as { total: number }).total
}

test('creates organizations with the same seed side by side', async () => {
  const [one, two] = await Promise.all([
    suite.client.organization({ plants: 40, seed: 7 }),
    suite.client.organization({ plants: 40, seed: 7 }),
  ])
  for (const { users } of [one, two]) {
    suite.token = await suite.client.signIn(users.support)
    expect(await total()).toBe(40)
  }
})

test('stores rows exactly as given', async () => {
  const row = {
    name: '=cmd|x',
    serialNumber: 'ROW',
    status: 'SOMETHING_NEW',
    lifecycleStatus: 'UNHEARD_OF',
    certificateExpiresAt: '0000-00-00T00:00:00Z',
    lastSeenAt: '9999-12-31T23:59:59Z',
    authFailureCount: 12,
    plantWithLoad: true,
  }
  const { users } = await suite.client.organization({
    rows: [{ ...row, metadata: '{"a":1,"a":2}' }],
  })
  suite.token = await suite.client.signIn(users.support)
  const list = await suite.api('GET', '/plants')
  expect(list.text).toContain('"metadata":{"a":1,"a":2}')
  const [{ id } = { id: '' }] = list.json.data as { id: string }[]
  expect((await suite.api('GET', `/plants/${id}`)).json).toMatchObject(row)
})

test('refuses an invalid row with the name of the field', async () => {
  const body = { rows: [{ serial: 'x' }] }
  const { status, text } = await suite.client.send('POST', '/_test/organizations', { body })
  expect(status).toBe(400)
  expect(text).toContain('serial')
})

test('changes fields of a plant directly', async () => {
  const plantId = String((await create('P')).json.id)
  const path = `/_test/organizations/${suite.organization.organizationId}/plants/${plantId}`
  const body = { status: 'DEGRADED', lifecycleStatus: 'ACTIVE' }
  expect((await suite.client.send('PATCH', path, { body })).status).toBe(204)
  const { json } = await suite.api('GET', `/plants/${plantId}`)
  expect(json).toMatchObject(body)
})

test('revokes all sessions of one organization only', async () => {
  const other = await suite.client.organization()
  const otherToken = await suite.client.signIn(other.users.admin)
  const path = `/_test/organizations/${suite.organization.organizationId}/sessions/revoke`
  expect((await suite.client.send('POST', path, { body: {} })).status).toBe(204)
  expect((await suite.api('GET', '/plants')).status).toBe(401)
  expect((await suite.client.api('GET', '/plants', { token: otherToken })).status).toBe(200)
})

describe('faults', () => {
  test.each([
    ['drop-before', 0],
    ['drop-after', 1],
  ])('%s resets the connection and leaves %i plants', async (kind, plants) => {
    await fault({ method: 'POST', path: '/plants$', kind })
    await expect(create('D')).rejects.toThrow('fetch failed')
    expect(await total()).toBe(plants)
    expect((await requests()).at(-2)).toMatchObject({ status: null, fault: kind })
  })

  test.each([
    ['error-before', 503, 0],
    ['error-after', 500, 1],
  ])('%s returns %i and leaves %i plants', async (kind, status, plants) => {
    await fault({ method: 'POST', path: '/plants$', kind, status })
    expect((await create('E')).status).toBe(status)
    expect(await total()).toBe(plants)
  })

  test('cut-body closes the connection in the middle of the response, after the effect', async () => {
    await fault({ method: 'POST', path: '/plants$', kind: 'cut-body' })
    await expect(create('C')).rejects.toThrow('terminated')
    expect(await total()).toBe(1)
    expect((await requests()).at(-2)).toMatchObject({ status: 201, idempotencyKey: 'C' })
  })

  test('html responds like a proxy, without the effect', async () => {
    await fault({ path: '/plants$', kind: 'html' })
    const response = await create('H')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(/^text\/html/)
    expect(await total()).toBe(0)
  })

  test('response returns the given JSON or text, without the effect', async () => {
    await fault({ path: '/plants$', kind: 'response', body: { id: 'odd' } })
    await fault({ path: '/plants$', kind: 'response', status: 409, body: '{"code": "ODD"}' })
    expect((await create('A')).json).toEqual({ id: 'odd' })
    const asText = await create('A')
    expect([asText.status, asText.text]).toEqual([409, '{"code": "ODD"}'])
    expect(await total()).toBe(0)
  })

  test('apply the given number of times, to one organization only', async () => {
    await fault({ path: '/plants', kind: 'error-before', times: 2 })
    const other = await suite.client.organization()
    const otherToken = await suite.client.signIn(other.users.admin)
    expect((await suite.client.api('GET', '/plants', { token: otherToken })).status).toBe(200)
    const statuses = []
    for (let n = 0; n < 3; n += 1) {
      statuses.push((await suite.api('GET', '/plants')).status)
    }
    expect(statuses).toEqual([500, 500, 200])
  })

  test('apply to sign-in and refresh of a user', async () => {
    await fault({ path: '/oauth2/v1/token', kind: 'error-before', status: 503, times: 2 })
    const { admin } = suite.organization.users
    const signIn = () => suite.client.token({ grant_type: 'password', ...admin })
    expect((await signIn()).status).toBe(503)
    expect((await signIn()).status).toBe(503)
    const { json } = await signIn()
    await fault({ path: '/oauth2/v1/token', kind: 'error-before', status: 503 })
    const refresh = { grant_type: 'refresh_token', refresh_token: String(json.refresh_token) }
    expect((await suite.client.token(refresh)).status).toBe(503)
    expect((await suite.client.token(refresh)).status).toBe(200)
  })

  test('can be cleared', async () => {
    await fault({ path: '/plants', kind: 'error-before', times: 9 })
    await suite.client.send(
      'DELETE',
      `/_test/faults?organizationId=${suite.organization.organizationId}`,
    )
    expect(await total()).toBe(0)
  })
})

test('adds alerts, commands and groups to a plant', async () => {
  const { json } = await create('HISTORY')
  const path = `/_test/organizations/${suite.organization.organizationId}/plants/${String(json.id)}/history`
  const alert = { severity: 'LOUD', status: 'RESOLVED', resolvedAt: '2020-01-01T00:00:00Z' }
  const command = { command: 'HOLD', payload: '{"a":1}', responseStatus: 'OK' }
  const body = { alerts: [alert], commands: [command], groups: ['West'] }
  expect((await suite.client.send('POST', path, { body })).status).toBe(204)
  const plant = (await suite.api('GET', `/plants/${String(json.id)}`)).json
  expect(plant.alerts).toEqual([expect.objectContaining(alert)])
  expect(plant.plantGroups).toEqual([expect.objectContaining({ name: 'West' })])
  const commands = (await suite.api('GET', `/plants/${String(json.id)}/commands`)).json
  expect(commands.data).toEqual([
    expect.objectContaining({ command: 'HOLD', payload: { a: 1 }, responseStatus: 'OK' }),
  ])
  expect(
    (await suite.client.send('POST', path, { body: { alerts: [{ loud: true }] } })).status,
  ).toBe(400)
})

test('changes the rights of a signed-in user', async () => {
  const { username } = suite.organization.users.admin
  const path = `/_test/organizations/${suite.organization.organizationId}/users/${username}`
  expect((await suite.client.send('PATCH', path, { body: { role: 'support' } })).status).toBe(204)
  expect((await create('RIGHTS')).status).toBe(403)
  expect((await suite.client.send('PATCH', `${path}x`, { body: { role: 'admin' } })).status).toBe(
    404,
  )
})

test('offers no test control without --test-control', async () => {
  const plain = await platformForThisTest({}, [])
  const response = await plain.client().send('POST', '/_test/organizations', { body: {} })
  expect(response.status).toBe(404)
})
