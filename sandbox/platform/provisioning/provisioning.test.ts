import { decodeJwt, decodeProtectedHeader } from 'jose'
import { X509Certificate, createPrivateKey } from 'node:crypto'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { adminSuite } from '#sandbox/proof/testing/admin-suite'
import { contractProblems } from '#sandbox/proof/testing/contract'
import { minuteMs } from '@/lib/instants'

const suite = adminSuite()

describe('an MTLS package', () => {
  test('contains its own certificate, whose details are stored with the plant', async () => {
    const issued = await suite.admin.newPackage()
    const { caCert, clientCert, clientKey, hmacSecret } = issued.security
    const certificate = new X509Certificate(clientCert ?? '')
    expect(certificate.checkIssued(new X509Certificate(caCert))).toBe(true)
    expect(certificate.checkPrivateKey(createPrivateKey(clientKey ?? ''))).toBe(true)
    expect(certificate.subject).toBe(`CN=${issued.plantId}`)
    expect(hmacSecret).toMatch(/^[\w-]{43}$/)
    const plant = await suite.admin.plant(issued.plantId)
    expect(plant).toMatchObject({
      lifecycleStatus: 'PROVISIONED',
      certificateSerialNumber: certificate.serialNumber,
      certificateFingerprint: certificate.fingerprint256,
      certificateExpiresAt: new Date(certificate.validTo).toISOString(),
    })
  })

  test('contains broker and topics', async () => {
    const { plantId, mqtt, authMethod } = await suite.admin.newPackage()
    expect(authMethod).toBe('MTLS')
    expect(mqtt).toEqual({
      broker: 'localhost',
      port: suite.platform.mqttPort,
      topics: {
        telemetry: `cpi/${plantId}/telemetry`,
        commands: `cpi/${plantId}/commands`,
        ack: `cpi/${plantId}/ack`,
        status: `cpi/${plantId}/status`,
      },
    })
  })

  test('can be downloaded for 15 minutes, without issuing a new one', async () => {
    const issued = await suite.admin.newPackage()
    const path = `/${issued.plantId}/provision/download`
    suite.clockMs += 15 * minuteMs - 1000
    const again = await suite.admin.send('GET', path)
    expect(again.json).toEqual(issued)
    expect(again.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\w.-]+\.json"$/,
    )
    expect(contractProblems('/plants/{id}/provision/download', 'get', 200, again.json)).toEqual([])
    suite.clockMs += 1000
    const late = await suite.admin.send('GET', path)
    expect([late.status, late.json.code]).toEqual([400, 'BAD_REQUEST'])
    expect((await suite.admin.plant(issued.plantId)).certificateSerialNumber).toBe(
      new X509Certificate(issued.security.clientCert ?? '').serialNumber,
    )
  })

  test('is revoked when a new one is issued', async () => {
    const replaced = await suite.admin.newPackage()
    const next = await suite.admin.provision(replaced.plantId)
    const list = (await suite.platform.client().send('GET', '/pki/ca.crl')).text
    const numbers = [replaced, next].map(
      ({ security }) => new X509Certificate(security.clientCert ?? '').serialNumber,
    )
    expect(numbers.map((number) => isRevoked(list, number))).toEqual([true, false])
    expect(next.security.hmacSecret).not.toBe(replaced.security.hmacSecret)
  })
})

/** Searches for a serial number, which the list contains as an INTEGER of 16 bytes. */
function isRevoked(list: string, serialNumber: string): boolean {
  const der = Buffer.from(list.replace(/-----[^-]+-----|\s/g, ''), 'base64')
  return der.includes(Buffer.from(`0210${serialNumber}`, 'hex'))
}

test('issues username and password without a certificate in a PASSWORD package', async () => {
  const { plantId, security } = await suite.admin.newPackage('PASSWORD')
  expect(security).toEqual({
    caCert: expect.stringContaining('BEGIN CERTIFICATE'),
    hmacSecret: expect.any(String),
    username: `plc-${plantId.slice(0, 8)}`,
    password: expect.stringMatching(/^[\w-]{32}$/),
  })
  expect(await suite.admin.plant(plantId)).toMatchObject({
    certificateSerialNumber: null,
    certificateExpiresAt: null,
  })
})

test('issues a token for a day in a TOKEN package and for an hour separately', async () => {
  const { plantId, security } = await suite.admin.newPackage('TOKEN')
  const { json } = await suite.admin.send('POST', `/${plantId}/mqtt-token`)
  for (const [token, expiresAt, seconds] of [
    [security.token, security.tokenExpiresAt, 86_400],
    [json.token, json.expiresAt, 3_600],
  ] as const) {
    const { sub, iat = 0, exp = 0 } = decodeJwt(String(token))
    expect(decodeProtectedHeader(String(token)).alg).toBe('RS256')
    expect(sub).toBe(plantId)
    expect(exp - iat).toBe(seconds)
    expect(Date.parse(String(expiresAt))).toBe(exp * 1000)
  }
})

describe('refuses with a reason', () => {
  test.each(['SUSPENDED', 'REVOKED', 'DECOMMISSIONED'])(
    'to provision a %s plant',
    async (state) => {
      const client = suite.platform.client()
      const id = crypto.randomUUID()
      const { users } = await client.organization({ rows: [{ id, lifecycleStatus: state }] })
      const token = await client.signIn(users.admin)
      const { status, json } = await client.api('POST', `/plants/${id}/provision`, { token })
      expect([status, json.code]).toEqual([400, 'BAD_REQUEST'])
      expect(json.message).toContain(state)
    },
  )

  test('a token for a plant with a certificate and for a plant that is not provisioned', async () => {
    const mtls = await suite.admin.newPackage()
    const pending = await suite.admin.create('TOKEN')
    for (const [id, reason] of [
      [mtls.plantId, 'MTLS'],
      [pending, 'PENDING'],
    ] as const) {
      const { status, json } = await suite.admin.send('POST', `/${id}/mqtt-token`)
      expect([status, json.code]).toEqual([400, 'BAD_REQUEST'])
      expect(json.message).toContain(reason)
    }
  })

  test('to rotate the secret of a plant without one', async () => {
    const { status } = await suite.admin.send(
      'POST',
      `/${await suite.admin.create()}/rotate-secret`,
    )
    expect(status).toBe(400)
  })
})

test('refuses a second rotation within the hour and allows it afterwards', async () => {
  const { plantId, security } = await suite.admin.newPackage()
  const first = await suite.admin.send('POST', `/${plantId}/rotate-secret`)
  expect(first.json).toEqual({ hmacSecret: expect.any(String), gracePeriodMinutes: 60 })
  expect(first.json.hmacSecret).not.toBe(security.hmacSecret)
  expect((await suite.admin.plant(plantId)).secretRotatedAt).toBe(
    new Date(suite.clockMs).toISOString(),
  )
  suite.clockMs += 60 * minuteMs - 1000
  const early = await suite.admin.send('POST', `/${plantId}/rotate-secret`)
  expect([early.status, early.json.code]).toEqual([400, 'BAD_REQUEST'])
  suite.clockMs += 2000
  expect((await suite.admin.send('POST', `/${plantId}/rotate-secret`)).status).toBe(200)
})

describe('a response that is shown only once', () => {
  test.each([
    ['provision', 'MTLS'],
    ['rotate-secret', 'MTLS'],
    ['mqtt-token', 'TOKEN'],
  ])('%s repeats neither the response nor the action', async (action, authMethod) => {
    const { plantId } = await suite.admin.newPackage(authMethod)
    const headers = { 'idempotency-key': crypto.randomUUID() }
    const first = await suite.admin.send('POST', `/${plantId}/${action}`, { headers })
    expect(first.status).toBe(200)
    const after = await suite.admin.plant(plantId)
    const replay = await suite.admin.send('POST', `/${plantId}/${action}`, { headers })
    expect([replay.status, replay.json.code]).toEqual([409, 'CONFLICT'])
    expect(replay.headers.get('idempotency-replayed')).toBe('true')
    expect(await suite.admin.plant(plantId)).toEqual(after)
  })
})

test('stores no secret in plain text and restricts private files to their owner', async () => {
  const packages = await Promise.all(
    ['MTLS', 'PASSWORD', 'TOKEN'].map((m) => suite.admin.newPackage(m)),
  )
  const { json } = await suite.admin.send('POST', `/${packages[0]?.plantId}/rotate-secret`)
  const secrets = packages.flatMap(({ security: { clientKey, hmacSecret, password, token } }) =>
    [clientKey?.split('\n')[1], hmacSecret, password, token].filter((one) => one !== undefined),
  )
  secrets.push(String(json.hmacSecret))
  expect(secrets).toHaveLength(7)
  for (const name of readdirSync(suite.platform.dataFolder, {
    recursive: true,
    encoding: 'utf8',
  })) {
    const file = join(suite.platform.dataFolder, name)
    if (!statSync(file).isFile()) continue
    const content = readFileSync(file).toString('latin1')
    for (const secret of secrets) expect(content.includes(secret), name).toBe(false)
    if (/key/.test(name)) expect(statSync(file).mode & 0o777, name).toBe(0o600)
  }
})

test('takes a plant without a client offline, as it does a plant whose session it closes', async () => {
  const client = suite.platform.client()
  const row = { lifecycleStatus: 'ACTIVE', lastSeenAt: '2026-06-01T00:00:00Z' }
  const statuses = ['ONLINE', 'UNKNOWN']
  const { users } = await client.organization({
    rows: statuses.map((status) => ({ ...row, name: status, serialNumber: status, status })),
  })
  const token = await client.signIn(users.admin)
  const list = await client.send('GET', '/api/v1/plants', { token })
  const plants = list.json.data as { id: string; name: string }[]
  for (const { id, name } of plants) {
    await client.send('POST', `/api/v1/plants/${id}/provision`, { token })
    const { json } = await client.send('GET', `/api/v1/plants/${id}`, { token })
    expect(json).toMatchObject({
      status: name === 'ONLINE' ? 'OFFLINE' : name,
      lastSeenAt: row.lastSeenAt,
    })
  }
  expect(plants).toHaveLength(statuses.length)
})
