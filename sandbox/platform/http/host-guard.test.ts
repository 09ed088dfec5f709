import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { send } from '#sandbox/proof/bench/loopback-client'
import {
  type TestPlatform,
  platformForThisTest,
  startTestPlatform,
} from '#sandbox/proof/testing/test-platform'

const demoSignIn = String(
  new URLSearchParams({
    grant_type: 'password',
    client_id: 'plantdeck',
    username: 'admin',
    password: 'plantdeck-demo',
  }),
)
const form = { 'content-type': 'application/x-www-form-urlencoded' }

let platform: TestPlatform
beforeAll(async () => {
  platform = await startTestPlatform({}, ['--test-control', '--allow-host', 'plants.test'])
})
afterAll(() => platform.stop())

async function ask(path: string, headers: Record<string, string>, body?: string) {
  const method = body === undefined ? 'GET' : 'POST'
  const response = await send(platform.url + path, {
    method,
    headers,
    ...(body !== undefined && { body }),
  })
  return { ...response, text: response.body.toString() }
}

describe('a request under the name of another site', () => {
  test.each([
    '/',
    '/plants',
    '/assets/app.js',
    '/config.json',
    '/healthz',
    '/openapi.json',
    '/docs/',
    '/docs/swagger-ui.css',
    '/pki/ca.crt',
    '/api/v1/plants',
    '/api/none',
    '/_test/requests',
  ])('gets 421 for %s', async (path) => {
    const { status, text } = await ask(path, { host: 'rebound.test:4400' })
    expect(status).toBe(421)
    expect(JSON.parse(text)).toMatchObject({ code: 'MISDIRECTED_REQUEST', statusCode: 421 })
    expect(text).toContain('rebound.test')
  })

  test('gets no token for the published password', async () => {
    const { status, text } = await ask(
      '/oauth2/v1/token',
      { ...form, host: 'rebound.test', origin: 'http://rebound.test' },
      demoSignIn,
    )
    expect([status, JSON.parse(text).error]).toEqual([421, 'invalid_request'])
  })

  test('gets 421 for every method', async () => {
    const { status } = await ask('/_test/organizations', { host: 'rebound.test' }, '{}')
    expect(status).toBe(421)
  })
})

test.each(['localhost:4400', '127.0.0.1', '[::1]:4400', 'plants.test'])(
  'responds under the name %s',
  async (host) => {
    expect((await ask('/healthz', { host })).status).toBe(200)
    const { status } = await ask('/oauth2/v1/token', { ...form, host }, demoSignIn)
    expect(status).toBe(200)
  },
)

test('responds under any name when no demo user can sign in', async () => {
  const open = await platformForThisTest({}, ['--host', '0.0.0.0'])
  const url = open.url.replace('0.0.0.0', '127.0.0.1')
  expect((await send(`${url}/healthz`, { headers: { host: 'plants.test' } })).status).toBe(200)
})

describe('the token endpoint', () => {
  test.each(['https://other.test', 'null', 'http://localhost.other.test'])(
    'refuses pages of %s, whose wrong passwords would lock users out',
    async (origin) => {
      for (let n = 0; n < 12; n += 1) {
        const { status } = await ask('/oauth2/v1/token', { ...form, origin }, `${demoSignIn}-wrong`)
        expect(status).toBe(403)
      }
      expect((await ask('/oauth2/v1/revoke', { ...form, origin }, 'token=x')).status).toBe(403)
      expect((await ask('/oauth2/v1/token', form, demoSignIn)).status).toBe(200)
    },
  )

  test.each(['http://localhost:5173', 'http://127.0.0.1:8080', 'https://plants.test'])(
    'accepts a dashboard of %s',
    async (origin) => {
      const { status } = await ask('/oauth2/v1/token', { ...form, origin }, demoSignIn)
      expect(status).toBe(200)
    },
  )
})

test.each([{ 'content-type': 'text/plain' }, form, {}])(
  'test control refuses what a page of another site can send without asking: %j',
  async (headers) => {
    expect((await ask('/_test/organizations', headers, '{}')).status).toBe(415)
  },
)
