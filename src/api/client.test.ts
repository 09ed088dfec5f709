// Interpretation of responses from a misbehaving server.
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { type ApiCall, type RequestClass, request } from './client'
import { ApiError, ContractError, TransportError, outcomeOf } from './errors'
import { type Respond, failureOf, pointClientAt, respondWith, startServer } from './test-server'

const schema = z.object({ note: z.string() })
type Note = z.infer<typeof schema>

function write(over: Partial<ApiCall<Note>> = {}): ApiCall<Note> {
  return {
    operation: 'createNote',
    method: 'POST',
    path: '/notes',
    body: '{}',
    requestClass: 'write',
    schema,
    ...over,
  }
}

/** Far longer than a response takes on a busy machine; a test that waits this long hits its own timeout. */
const ampleMs = 60_000

async function failureAfter(respond: Respond, over?: Partial<ApiCall<Note>>, limitMs = ampleMs) {
  const server = await startServer(respond)
  pointClientAt(server.url, { limitsMs: { read: limitMs, write: limitMs } })
  const error = await failureOf(request(write(over)))
  return { error, requests: server.received.length, outcome: outcomeOf(error) }
}

test('a readable response succeeds, and fields outside the schema are dropped', async () => {
  const server = await startServer((response) => respondWith(response, 201, { note: 'a', more: 1 }))
  pointClientAt(server.url)
  expect(await request(write())).toEqual({ note: 'a' })
})

test.each([
  ['HTML', '<!doctype html><title>Portal</title>', 'createNote: the response is not JSON'],
  ['nothing', '', 'createNote: the response is not JSON'],
  ['truncated JSON of matching length', '{"note":"a', 'createNote: the response is not JSON'],
  ['another shape', '{"note":1}', 'createNote: note: '],
  ['null', 'null', 'createNote: body: '],
])('a 200 with %s is a contract error with an unknown outcome', async (_what, body, message) => {
  const { error, requests, outcome } = await failureAfter((response) =>
    respondWith(response, 200, body, { 'content-type': 'text/html' }),
  )
  expect(error).toBeInstanceOf(ContractError)
  expect(error).toMatchObject({ operation: 'createNote' })
  expect(String(error)).toContain(message)
  expect({ requests, outcome }).toEqual({ requests: 1, outcome: 'unknown' })
})

test('a 204 has no body, so a write that needs one has an unknown outcome', async () => {
  const { error, outcome } = await failureAfter((response) => response.writeHead(204).end())
  expect(error).toBeInstanceOf(ContractError)
  expect(outcome).toBe('unknown')
})

test("an HTML 404 is rejected without a code, so it isn't mistaken for a missing plant", async () => {
  const { error, outcome } = await failureAfter((response) =>
    respondWith(response, 404, '<h1>Not found</h1>', { 'content-type': 'text/html' }),
  )
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({ status: 404, code: undefined, details: undefined })
  expect(outcome).toBe('refused')
})

test('the HTTP status counts, not the statusCode in the envelope', async () => {
  const envelope = { code: 'CONFLICT', message: 'taken', error: 'Conflict', statusCode: 400 }
  const { error, outcome } = await failureAfter((response) =>
    respondWith(response, 409, { ...envelope, details: { serialNumber: 'taken' } }),
  )
  expect(error).toMatchObject({
    status: 409,
    code: 'CONFLICT',
    message: 'taken',
    details: { serialNumber: 'taken' },
  })
  expect(outcome).toBe('refused')
})

test.each([
  [400, 'refused'],
  [403, 'refused'],
  [404, 'refused'],
  [408, 'unknown'],
  [429, 'refused'],
  [500, 'unknown'],
  [502, 'unknown'],
  [503, 'unknown'],
] as const)('a %i is %s, after one request', async (status, expected) => {
  const { error, requests, outcome } = await failureAfter((response) =>
    respondWith(response, status, { code: 'ANY', message: 'x', statusCode: 200 }),
  )
  expect(error).toMatchObject({ name: 'ApiError', status })
  expect({ requests, outcome }).toEqual({ requests: 1, outcome: expected })
})

test('a replayed rejection means an earlier copy was executed, so its outcome is unknown', async () => {
  const envelope = { code: 'CONFLICT', message: 'shown once' }
  const { error, outcome } = await failureAfter((response) =>
    respondWith(response, 409, envelope, { 'idempotency-replayed': 'true' }),
  )
  expect(error).toMatchObject({ status: 409, isReplay: true })
  expect(outcome).toBe('unknown')
})

test.each([
  ['seconds', () => '7', 7_000],
  ['a day in seconds', () => '86400', 60_000],
  ['a date', () => new Date(Date.now() + 20_000).toUTCString(), 20_000],
  ['a date in the past', () => new Date(0).toUTCString(), 0],
  ['a date in the far future', () => 'Fri, 31 Dec 9999 23:59:59 GMT', 60_000],
])('Retry-After with %s is read and capped at one minute', async (_what, header, ms) => {
  const { error } = await failureAfter((response) =>
    respondWith(response, 429, {}, { 'retry-after': header() }),
  )
  expect(error).toMatchObject({ status: 429 })
  const { retryAfterMs = -1 } = error as ApiError
  expect(Math.abs(retryAfterMs - ms)).toBeLessThan(2_000)
  expect(retryAfterMs).toBeLessThanOrEqual(60_000)
})

test.each(['soon', '-5', ''])('an unreadable Retry-After (%j) is ignored', async (header) => {
  const { error } = await failureAfter((response) =>
    respondWith(response, 503, {}, { 'retry-after': header }),
  )
  expect((error as ApiError).retryAfterMs).toSatisfy((ms) => ms === undefined || ms === 0)
})

const silences: [string, Respond][] = [
  ['a missing response', () => {}],
  [
    'a body that never ends after quick headers',
    (response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"note":')
    },
  ],
  [
    'a body that trickles in',
    (response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const drip = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(drip))
    },
  ],
]
test.each(silences)('%s is a timeout with an unknown outcome', async (_what, respond) => {
  const { error, requests, outcome } = await failureAfter(respond, {}, 500)
  expect(error).toBeInstanceOf(TransportError)
  expect(error).toMatchObject({ kind: 'timeout', operation: 'createNote' })
  expect({ requests, outcome }).toEqual({ requests: 1, outcome: 'unknown' })
})

test.each<[RequestClass, { read: number; write: number }]>([
  ['read', { read: 60, write: ampleMs }],
  ['secret', { read: ampleMs, write: 60 }],
  ['write', { read: ampleMs, write: 60 }],
  ['physical', { read: ampleMs, write: 60 }],
])('a %s call has its own timeout', async (requestClass, limitsMs) => {
  const server = await startServer(() => {})
  pointClientAt(server.url, { limitsMs })
  const error = await failureOf(request(write({ requestClass })))
  expect(error).toMatchObject({ kind: 'timeout' })
})

test('an aborted call rejects with the abort reason, not with a server error', async () => {
  const abort = new AbortController()
  const server = await startServer(() => abort.abort(new Error('left the page')))
  pointClientAt(server.url)
  const { signal } = abort
  expect(await failureOf(request(write({ signal })))).toMatchObject({ message: 'left the page' })
  expect(await failureOf(request(write({ signal })))).toMatchObject({ message: 'left the page' })
  expect(server.received).toHaveLength(1)
})
