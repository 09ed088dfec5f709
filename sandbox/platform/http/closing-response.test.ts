import { Agent, request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import {
  type TestPlatform,
  platformForThisTest,
  startTestPlatform,
} from '#sandbox/proof/testing/test-platform'
import { minuteMs } from '@/lib/instants'

interface Sending {
  method?: string
  path: string
  headers?: Record<string, string>
  /** Size of the body in bytes. */
  size: number
  isChunked?: boolean
  expectsContinue?: boolean
  /** Sends the second half of the body only after the response arrives. */
  isSlow?: boolean
}

/** Sends a request on the agent's only connection. */
function send(url: string, agent: Agent, { method = 'POST', path, size, ...more }: Sending) {
  return new Promise<{ status?: number | undefined; connection: string | undefined }>(
    (resolve, reject) => {
      const sent = request(url + path, {
        agent,
        method,
        headers: {
          'content-type': 'application/json',
          ...(more.isChunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': size }),
          ...(more.expectsContinue && { expect: '100-continue' }),
          ...more.headers,
        },
      })
      sent.on('error', reject)
      sent.on('response', (response) => {
        const { statusCode: status, headers } = response
        if (more.isSlow) sent.end(Buffer.alloc(size / 2))
        response.resume().on('end', () => resolve({ status, connection: headers.connection }))
      })
      if (more.expectsContinue) sent.on('continue', () => sent.end(Buffer.alloc(size)))
      else if (more.isSlow) sent.write(Buffer.alloc(size / 2))
      else sent.end(Buffer.alloc(size))
      sent.flushHeaders()
    },
  )
}

function oneConnection(): Agent {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  onTestFinished(() => agent.destroy())
  return agent
}

const health: Sending = { method: 'GET', path: '/healthz', size: 0 }
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const tooMuch = 5_000_000

// Test control stays off because it reads the body of a token request before anything is refused.
let platform: TestPlatform
beforeAll(async () => {
  platform = await startTestPlatform({}, [])
})
afterAll(() => platform.stop())

describe('a response that leaves the body unread', () => {
  const unread: [string, number, Sending][] = [
    ['an oversized body', 413, { path: '/api/v1/plants', size: tooMuch }],
    ['an oversized chunked body', 413, { path: '/api/v1/plants', size: tooMuch, isChunked: true }],
    [
      'an oversized body that waits for 100 Continue',
      413,
      { path: '/api/v1/plants', size: tooMuch, expectsContinue: true },
    ],
    ['an oversized form', 413, { path: '/oauth2/v1/token', headers: form, size: tooMuch }],
    [
      'an oversized chunked form',
      413,
      { path: '/oauth2/v1/token', headers: form, size: tooMuch, isChunked: true },
    ],
    ['a token request that is not a form', 400, { path: '/oauth2/v1/token', size: 20 }],
    ['no token', 401, { path: '/api/v1/plants', size: 20 }],
    ['a path that does not exist', 404, { path: '/api/v1/nothing', size: 20 }],
    ['a page that does not exist', 404, { path: '/nothing', size: tooMuch }],
    ['a wrong method', 405, { method: 'PUT', path: '/api/v1/plants', size: 20 }],
    ['a read with a body', 401, { method: 'GET', path: '/api/v1/plants', size: 20 }],
  ]

  it.each(unread)('closes the connection for %s', async (_what, status, sending) => {
    const agent = oneConnection()
    for (let round = 0; round < 3; round += 1) {
      expect(await send(platform.url, agent, sending)).toEqual({ status, connection: 'close' })
      expect(await send(platform.url, agent, health)).toMatchObject({ status: 200 })
    }
  })

  it('closes the connection for a wrong content type and for one request too many', async () => {
    const strict = await platformForThisTest({
      limits: { api: { requests: 1, windowMs: minuteMs } },
    })
    const client = strict.client()
    const { users } = await client.organization()
    const authorization = `Bearer ${await client.signIn(users.admin)}`
    const sending = {
      path: '/api/v1/plants',
      headers: { authorization, 'content-type': 'text/plain' },
      size: 20,
      isSlow: true,
    }
    const agent = oneConnection()
    for (const status of [415, 429]) {
      expect(await send(strict.url, agent, sending)).toEqual({ status, connection: 'close' })
      expect(await send(strict.url, agent, health)).toMatchObject({ status: 200 })
    }
  })
})

it.each([
  ['without a body', 401, { path: '/api/v1/plants', size: 0 }],
  ['whose form was read', 401, { path: '/oauth2/v1/token', headers: form, size: 20 }],
  [
    'whose chunked form was read',
    401,
    { path: '/oauth2/v1/token', headers: form, size: 20, isChunked: true },
  ],
] satisfies [string, number, Sending][])(
  'keeps the connection after a refused request %s',
  async (_what, status, sending) => {
    expect(await send(platform.url, oneConnection(), sending)).toEqual({
      status,
      connection: 'keep-alive',
    })
  },
)
