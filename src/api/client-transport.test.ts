// Dropped connections, redirects, and calls that must never be sent.
import { afterEach, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { type RequestClass, fetchWhole, request } from './client'
import { NotSentError, TransportError, outcomeOf } from './errors'
import {
  type Respond,
  failureOf,
  pointClientAt,
  respondWith,
  startRawServer,
  startServer,
} from './test-server'

afterEach(() => {
  vi.unstubAllGlobals()
})

function ask(requestClass: RequestClass, notAfterMs = Infinity) {
  const isRead = requestClass === 'read' || requestClass === 'secret'
  return request({
    operation: 'any',
    method: isRead ? 'GET' : 'POST',
    path: '/any',
    ...(isRead ? {} : { body: '{"a":1}' }),
    requestClass,
    notAfterMs,
    schema: z.object({ note: z.string() }),
  })
}

const deaths: [string, Respond][] = [
  ['resets after reading the request', (response) => response.socket?.resetAndDestroy()],
  ['closes without a response', (response) => response.socket?.destroy()],
  [
    'truncates the body',
    (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' })
      response.write('{"note":"whole"}', () => response.socket?.destroy())
    },
  ],
  [
    'truncates a chunked body that looks complete',
    (response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"note":"whole"}', () => response.socket?.destroy())
    },
  ],
]
test.each(deaths)('a server that %s leaves the outcome unknown', async (_what, respond) => {
  for (const requestClass of ['write', 'physical'] as const) {
    const server = await startServer(respond)
    pointClientAt(server.url)
    const error = await failureOf(ask(requestClass))
    expect(error).toBeInstanceOf(TransportError)
    expect(error).toMatchObject({ kind: 'network', operation: 'any' })
    expect(outcomeOf(error)).toBe('unknown')
    expect(server.received).toHaveLength(1)
  }
})

test('a reset before the request is read looks the same as one after it', async () => {
  let connections = 0
  const url = await startRawServer((socket) => {
    connections += 1
    socket.resetAndDestroy()
  })
  pointClientAt(url)
  const error = await failureOf(ask('physical'))
  expect(error).toMatchObject({ name: 'TransportError', kind: 'network' })
  expect(outcomeOf(error)).toBe('unknown')
  expect(connections).toBe(1)
})

test('a closed port is a transport error', async () => {
  pointClientAt('http://127.0.0.1:1')
  expect(await failureOf(ask('read'))).toMatchObject({ name: 'TransportError', kind: 'network' })
})

test('a response that is not HTTP is a transport error', async () => {
  pointClientAt(await startRawServer((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')))
  expect(await failureOf(ask('write'))).toMatchObject({ name: 'TransportError', kind: 'network' })
})

test('Node does not resend a command when a reused connection drops', async () => {
  // Chromium does resend here, which the key per click makes harmless. Node's fetch does not.
  const server = await startServer((response, _request, nth) => {
    if (nth === 1) respondWith(response, 200, { note: 'warm' })
    else response.socket?.destroy()
  })
  pointClientAt(server.url)
  await ask('physical')
  expect(outcomeOf(await failureOf(ask('physical')))).toBe('unknown')
  expect(server.received).toHaveLength(2)
})

test.each([301, 302, 303, 307, 308])(
  'a %i redirect is not followed, so neither the token nor the body is sent elsewhere',
  async (status) => {
    const target = await startServer((response) => respondWith(response, 200, { note: 'stolen' }))
    const server = await startServer((response) =>
      respondWith(response, status, '', { location: `${target.url}/any` }),
    )
    pointClientAt(server.url)
    for (const requestClass of ['read', 'write'] as const) {
      expect(await failureOf(ask(requestClass))).toMatchObject({ kind: 'network' })
    }
    expect(target.received).toHaveLength(0)
    expect(server.received).toHaveLength(2)
  },
)

const classesSent = ['write', 'physical', 'secret'] as const
/** The single read that checks the connection when the browser claims to be offline. */
const check = '/plants?limit=1'

test.each(classesSent)(
  'offline with no response to the check, a %s call is not sent',
  async (requestClass) => {
    vi.stubGlobal('navigator', { onLine: false })
    const server = await startServer((response) => response.destroy())
    pointClientAt(server.url)
    const error = await failureOf(ask(requestClass))
    expect(error).toMatchObject({ name: 'NotSentError', reason: 'offline' })
    expect(outcomeOf(error)).toBe('not-sent')
    expect(new Set(server.received.map(({ url }) => url))).toEqual(new Set([check]))
  },
)

test.each(classesSent)(
  'offline with any response to the check, a %s call is sent once',
  async (requestClass) => {
    vi.stubGlobal('navigator', { onLine: false })
    for (const status of [200, 401, 502]) {
      const server = await startServer((response, { url }) =>
        url === check
          ? respondWith(response, status, 'x')
          : respondWith(response, 200, { note: 'a' }),
      )
      pointClientAt(server.url)
      expect(await ask(requestClass)).toEqual({ note: 'a' })
      expect(server.received.map(({ url }) => url)).toEqual([
        check,
        expect.not.stringMatching(check),
      ])
      expect(server.received[0]?.headers).not.toHaveProperty('idempotency-key')
    }
  },
)

test("offline with a token that can't be renewed, nothing is sent", async () => {
  vi.stubGlobal('navigator', { onLine: false })
  const accessToken = () => Promise.reject(new TransportError('refresh', 'network'))
  pointClientAt('http://127.0.0.1:1', { accessToken })
  expect(await failureOf(ask('write'))).toMatchObject({ name: 'NotSentError', reason: 'offline' })
})

test('online, no check is made', async () => {
  vi.stubGlobal('navigator', { onLine: true })
  const server = await startServer((response) => respondWith(response, 200, { note: 'a' }))
  pointClientAt(server.url)
  await ask('write')
  expect(server.received).toHaveLength(1)
})

test('reads are attempted even when the browser claims to be offline', async () => {
  vi.stubGlobal('navigator', { onLine: false })
  const server = await startServer((response) => respondWith(response, 200, { note: 'a' }))
  pointClientAt(server.url)
  expect(await ask('read')).toEqual({ note: 'a' })
})

test.each<RequestClass>(['write', 'physical', 'secret'])(
  'without a token a %s call is not sent, whatever the reason',
  async (requestClass) => {
    const server = await startServer((response) => respondWith(response, 200, { note: 'a' }))
    const reasons = [new TransportError('refresh', 'network'), new NotSentError('signed-out')]
    for (const reason of reasons) {
      pointClientAt(server.url, { accessToken: () => Promise.reject(reason) })
      const error = await failureOf(ask(requestClass))
      expect(error).toMatchObject({ name: 'NotSentError', reason: 'signed-out' })
      expect(outcomeOf(error)).toBe('not-sent')
    }
    expect(server.received).toHaveLength(0)
  },
)

test('a read without a token fails with the error that prevented the token', async () => {
  const reason = new TransportError('refresh', 'timeout')
  pointClientAt('http://127.0.0.1:1', { accessToken: () => Promise.reject(reason) })
  expect(await failureOf(ask('read'))).toBe(reason)
})

test('nothing is sent later than it was confirmed, even if renewing the session took that long', async () => {
  const server = await startServer((response) => respondWith(response, 200, { note: 'a' }))
  let nowMs = 1_000
  vi.spyOn(Date, 'now').mockImplementation(() => nowMs)
  pointClientAt(server.url, {
    accessToken: () => {
      nowMs += 5_000
      return Promise.resolve('token')
    },
  })
  const error = await failureOf(ask('physical', 5_999))
  expect(error).toMatchObject({ name: 'NotSentError', reason: 'late' })
  expect(server.received).toHaveLength(0)
  await ask('physical', 11_000)
  expect(server.received).toHaveLength(1)
  vi.restoreAllMocks()
})

test('a status that no response can have is a transport error', async () => {
  const server = await startServer((response) => {
    response.writeHead(999)
    response.end('{}')
  })
  expect(await failureOf(fetchWhole('any', server.url, { limitMs: 1_000 }))).toBeInstanceOf(
    TransportError,
  )
})

test('fetchWhole returns the whole body with status and headers', async () => {
  const server = await startServer((response) =>
    respondWith(response, 418, 'tea', { 'x-pot': 'short' }),
  )
  const response = await fetchWhole('any', server.url, { limitMs: 1_000 })
  expect([response.status, response.headers.get('x-pot'), await response.text()]).toEqual([
    418,
    'short',
    'tea',
  ])
})
