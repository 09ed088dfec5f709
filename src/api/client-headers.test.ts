// Headers and bodies of requests, and resending after a 401.
import { expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { type ApiCall, type RequestClass, request } from './client'
import { ApiError, NotSentError, TransportError, outcomeOf } from './errors'
import {
  type Received,
  type Respond,
  failureOf,
  pointClientAt,
  respondWith,
  startServer,
} from './test-server'

const schema = z.object({ note: z.string() })

function call(
  requestClass: RequestClass,
  over: Partial<ApiCall<z.infer<typeof schema>>> = {},
): ApiCall<z.infer<typeof schema>> {
  const isRead = requestClass === 'read' || requestClass === 'secret'
  const method = isRead ? 'GET' : 'POST'
  const body = isRead ? {} : { body: '{"a":"č"}' }
  return { operation: 'any', method, path: '/any', ...body, requestClass, schema, ...over }
}

const respondWell: Respond = (response) => respondWith(response, 200, { note: 'a' })

/** Rejects the first token, as if it had expired or been revoked. */
const refuseFirst: Respond = (response, { headers }) => {
  if (headers.authorization === 'Bearer first') {
    respondWith(response, 401, { code: 'UNAUTHORIZED', message: 'Unauthorized' })
  } else respondWell(response, { method: '', url: '', headers, body: '' }, 1)
}

function keysOf(received: Received[]) {
  return received.map(({ headers }) => headers['idempotency-key'])
}

test('a read sends the token and Accept, but no body, key, cookie or organization', async () => {
  const server = await startServer(respondWell)
  pointClientAt(server.url)
  await request(call('read', { query: { page: 2, limit: 20, authMethod: undefined } }))
  const [received] = server.received
  expect(received).toMatchObject({ method: 'GET', url: '/any?page=2&limit=20', body: '' })
  expect(received?.headers).toMatchObject({
    authorization: 'Bearer first',
    accept: 'application/json',
  })
  for (const name of ['idempotency-key', 'content-type', 'cookie', 'x-org-id']) {
    expect(received?.headers).not.toHaveProperty(name)
  }
})

test('a write sends its JSON as UTF-8', async () => {
  const server = await startServer(respondWell)
  pointClientAt(server.url, { organizationId: () => '7bc05553-4b68-44e8-b7bc-37be63c6d9e9' })
  await request(call('write'))
  expect(server.received[0]).toMatchObject({
    body: '{"a":"č"}',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-org-id': '7bc05553-4b68-44e8-b7bc-37be63c6d9e9',
    },
  })
})

test('names the organization on screen at the click, and none in a read about the user', async () => {
  const server = await startServer(respondWell)
  let organizationId = 'o1'
  let give = (_token: string) => {}
  const token = new Promise<string>((resolve) => {
    give = resolve
  })
  pointClientAt(server.url, {
    organizationId: () => organizationId,
    accessToken: () => token,
  })
  const clicked = request(call('write'))
  organizationId = 'o2'
  give('first')
  await clicked
  await request(call('read'))
  await request(call('read', { isOfUser: true }))
  expect(server.received.map(({ headers }) => headers['x-org-id'])).toEqual(['o1', 'o2', undefined])
})

test('every confirmed call has its own key', async () => {
  const server = await startServer(respondWell)
  pointClientAt(server.url)
  for (const requestClass of ['write', 'physical', 'physical'] as const) {
    await request(call(requestClass))
  }
  const keys = keysOf(server.received)
  expect(new Set(keys).size).toBe(3)
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{8}){3}$/)
})

test('the key uses the configured header name, and is omitted when that is null', async () => {
  const server = await startServer(respondWell)
  pointClientAt(server.url, { idempotencyHeader: 'X-Request-Key' })
  await request(call('physical'))
  pointClientAt(server.url, { idempotencyHeader: null })
  await request(call('physical'))
  const [named, without] = server.received.map(({ headers }) => Object.keys(headers).join(' '))
  expect(named).toContain('x-request-key')
  expect(without).not.toMatch(/key/)
})

test.each<RequestClass>(['read', 'write'])(
  'a %s rejected with 401 is sent once more, with the new token and the same key',
  async (requestClass) => {
    const server = await startServer(refuseFirst)
    const renewToken = vi.fn((_refused: string) => Promise.resolve('second'))
    pointClientAt(server.url, { renewToken })
    expect(await request(call(requestClass))).toEqual({ note: 'a' })
    expect(renewToken.mock.calls).toEqual([['first']])
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer first',
      'Bearer second',
    ])
    const [first, second] = server.received
    expect(second).toEqual({
      ...first,
      headers: { ...first?.headers, authorization: 'Bearer second' },
    })
    expect(new Set(keysOf(server.received)).size).toBe(1)
  },
)

test.each<RequestClass>(['physical', 'secret'])(
  'a %s call rejected with 401 is not resent; the renewed token is for the next click only',
  async (requestClass) => {
    const server = await startServer(refuseFirst)
    const renewToken = vi.fn((_refused: string) => Promise.resolve('second'))
    pointClientAt(server.url, { renewToken })
    const error = await failureOf(request(call(requestClass)))
    expect(error).toMatchObject({ name: 'ApiError', status: 401, code: 'UNAUTHORIZED' })
    expect(outcomeOf(error)).toBe('refused')
    expect(renewToken).toHaveBeenCalledOnce()
    expect(server.received).toHaveLength(1)
  },
)

test.each<RequestClass>(['read', 'write'])(
  'a %s whose new token is also rejected is not sent a third time',
  async (requestClass) => {
    const server = await startServer((response) => respondWith(response, 401, {}))
    pointClientAt(server.url)
    const error = await failureOf(request(call(requestClass)))
    expect(error).toBeInstanceOf(ApiError)
    expect(server.received).toHaveLength(2)
  },
)

test('a resent write whose connection drops has an unknown outcome despite the first rejection', async () => {
  const server = await startServer((response, { headers }, nth) => {
    if (nth === 1) refuseFirst(response, { method: '', url: '', headers, body: '' }, nth)
    else response.socket?.destroy()
  })
  pointClientAt(server.url)
  expect(outcomeOf(await failureOf(request(call('write'))))).toBe('unknown')
})

test.each<RequestClass>(['write', 'physical', 'secret'])(
  'a %s call rejected with 401 stays rejected when the renewal fails',
  async (requestClass) => {
    const server = await startServer(refuseFirst)
    pointClientAt(server.url, {
      renewToken: () => Promise.reject(new TransportError('refresh', 'network')),
    })
    const error = await failureOf(request(call(requestClass)))
    expect(error).toMatchObject({ name: 'ApiError', status: 401 })
    expect(outcomeOf(error)).toBe('refused')
    expect(server.received).toHaveLength(1)
  },
)

test('a read rejected with 401 fails with the error of the renewal', async () => {
  const server = await startServer(refuseFirst)
  const reason = new NotSentError('signed-out')
  pointClientAt(server.url, { renewToken: () => Promise.reject(reason) })
  expect(await failureOf(request(call('read')))).toBe(reason)
  expect(server.received).toHaveLength(1)
})
