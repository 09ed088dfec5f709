// What the transcript keeps of each call, and that it keeps no secret.
import { beforeEach, expect, test } from 'vitest'
import { createAccount, generateApiCredentials, updateAccount } from './accounts'
import { createPlant, updatePlant } from './plant-mutations'
import { createQueryClient } from './query-client'
import { sendCommand } from './send-command'
import { mutate, operations, runOperation } from './test-operations'
import { failureOf, pointClientAt, respondWith, startServer } from './test-server'
import { isFailed, recordCall, recordedCalls } from './transcript'
import { forgetPerson } from '@/lib/person-change'

beforeEach(forgetPerson)

const canary = 'canary-4711'
/** The members of every response with a secret, at once. */
const secrets = {
  secret: canary,
  hmacSecret: canary,
  token: canary,
  password: canary,
  clientSecret: canary,
  clientKey: `-----BEGIN PRIVATE KEY-----\n${canary}`,
  message: canary,
}

const lastCall = () => recordedCalls().at(-1)
const kept = () => JSON.stringify(recordedCalls())

async function serve(status: number, body: unknown, headers: Record<string, string> = {}) {
  const server = await startServer((response) => respondWith(response, status, body, headers))
  pointClientAt(server.url, { organizationId: () => 'the-org' })
  return server
}

test.each(Object.keys(operations))(
  'keeps nothing of a response to %s, nor the token',
  async (name) => {
    for (const status of [200, 400]) {
      await serve(status, { ...secrets, details: [canary] })
      await runOperation(name).catch(() => undefined)
      expect(lastCall()?.status).toBe(status)
      expect(kept()).not.toContain(canary)
      expect(kept()).not.toMatch(/bearer|first|authorization/i)
    }
  },
)

test('keeps nothing of API credentials', async () => {
  await serve(200, { ...secrets, username: 'ada.api' })
  await mutate(createQueryClient(), generateApiCredentials, 'u1').catch(() => undefined)
  expect(lastCall()).toMatchObject({ operation: 'generateApiCredentials', status: 200 })
  expect(kept()).not.toContain(canary)
})

test('leaves out the password of a new account', async () => {
  await serve(400, secrets)
  const account = { username: 'ada', name: 'Ada', role: 'operator', password: canary } as const
  await failureOf(mutate(createQueryClient(), createAccount, account))
  expect(lastCall()).toMatchObject({ body: undefined, isBodyLeftOut: true })
  expect(kept()).not.toContain(canary)
})

test.each([
  { password: 'x' },
  { Passwd: 'x' },
  { heslo: 'x' },
  { wifi: { psk: 'x' } },
  { api_key: 'x' },
  { accessToken: 'x' },
  { clientSecret: 'x' },
  { credentials: ['x'] },
  { pin: '1234' },
  { simPin: '1234' },
  { sim_pin: '1234' },
  { SIM_PIN2: '1234' },
  { userPIN: '1234' },
  { pinCode: '1234' },
  { note: '-----BEGIN EC PRIVATE KEY-----' },
  { note: 'eyJhbGciOiJIUzI1NiJ9.e30.x' },
  { note: 'q83vEjRWeJC6qzN4kQ7dX1m0p9LtUvWxYzAbCdEfGhI=' },
])('leaves out a command with %j', async (payload) => {
  await serve(201, {})
  const body = { command: 'CONFIGURE', payload: JSON.stringify(payload) }
  const given = { plantId: 'p1', targetKey: null, notAfterMs: Infinity, body }
  await mutate(createQueryClient(), sendCommand, given).catch(() => undefined)
  expect(lastCall()).toMatchObject({ body: undefined, isBodyLeftOut: true })
})

test.each([{ isSpinning: true }, { SPIN: 1 }, { pinned: true }, { Pinning: 1 }, { alpine: 1 }])(
  'keeps a body with %j',
  (body) => {
    recordCall('any', 'POST', '/any', new Headers(), JSON.stringify(body))({ status: 200 })
    expect(lastCall()).toMatchObject({ body: JSON.stringify(body), isBodyLeftOut: false })
  },
)

test('leaves out a body that hides a word behind an escape', () => {
  recordCall(
    'any',
    'POST',
    '/any',
    new Headers(),
    String.raw`{"pa\u0073sword":"x"}`,
  )({
    status: 200,
  })
  expect(lastCall()).toMatchObject({ body: undefined, isBodyLeftOut: true })
})

test('keeps what is needed to repeat a change', async () => {
  const server = await serve(200, {}, { 'x-request-id': 'r-1' })
  const changes = { name: 'FVE Žatec', authMethod: 'TOKEN' } as const
  await mutate(createQueryClient(), updatePlant, { plantId: 'p1', changes }).catch(() => undefined)
  const [received] = server.received
  expect(recordedCalls()[0]).toMatchObject({
    operation: 'updatePlant',
    method: 'PATCH',
    url: `${server.url}/plants/p1`,
    body: received?.body,
    isBodyLeftOut: false,
    requestId: 'r-1',
  })
  expect(Object.fromEntries(recordedCalls()[0]?.headers ?? [])).toEqual({
    accept: 'application/json',
    'content-type': 'application/json; charset=utf-8',
    'idempotency-key': received?.headers['idempotency-key'],
    'x-org-id': 'the-org',
  })
})

test('keeps the body of a change of an account', async () => {
  await serve(200, {})
  const change = { role: 'support' } as const
  await mutate(createQueryClient(), updateAccount, { userId: 'u1', change }).catch(() => undefined)
  expect(recordedCalls()[0]?.body).toBe(JSON.stringify(change))
})

test('keeps the code of an error, and the reason when nothing arrived', async () => {
  await serve(404, { code: 'PLANT_NOT_FOUND', message: 'No such plant' })
  await failureOf(runOperation('getPlant'))
  expect(lastCall()).toMatchObject({ status: 404, code: 'PLANT_NOT_FOUND' })
  pointClientAt('http://127.0.0.1:9')
  await failureOf(runOperation('getPlant'))
  expect(lastCall()).toMatchObject({ problem: 'network' })
  expect(recordedCalls().every(isFailed)).toBe(true)
})

const call = (url: string, status: number, method = 'GET') =>
  recordCall('any', method, url, new Headers(), undefined)({ status })

test('keeps the last 50 that failed besides the last 50 others', () => {
  for (let at = 0; at < 60; at += 1) call(`/bad/${at}`, 500)
  for (let at = 0; at < 60; at += 1) call(`/good/${at}`, 200)
  const urls = recordedCalls().map(({ url }) => url)
  expect(urls).toHaveLength(100)
  expect([urls[0], urls[49], urls[50], urls[99]]).toEqual([
    '/bad/10',
    '/bad/59',
    '/good/10',
    '/good/59',
  ])
})

test('keeps changes when many reads follow, whether they failed or not', () => {
  for (const [url, status] of [
    ['/changed', 201],
    ['/refused', 409],
  ] as const) {
    call(url, status, 'POST')
    for (let at = 0; at < 60; at += 1) call(`/read/${at}`, status)
    expect(recordedCalls().map((other) => other.url)).toContain(url)
  }
})

test('numbers calls that start and end at the same time', () => {
  for (let at = 0; at < 3; at += 1) call('/any', 200)
  expect(new Set(recordedCalls().map(({ number }) => number)).size).toBe(3)
})

test('forgets the calls of a user who leaves, and those that are under way', async () => {
  await serve(200, {})
  await mutate(createQueryClient(), createPlant, {
    name: 'a',
    serialNumber: 'b',
    type: 'SENSOR',
  }).catch(() => undefined)
  expect(recordedCalls()).not.toHaveLength(0)
  const end = recordCall('any', 'GET', '/any', new Headers(), undefined)
  forgetPerson()
  end({ status: 200 })
  expect(recordedCalls()).toEqual([])
})
