import { expect, test } from 'vitest'
import { describeError } from './error-messages'
import { ApiError, ContractError, NotSentError, TransportError } from './errors'
import { describeOutcome } from './outcome-messages'
import { fc } from '@/lib/test-properties'
import { unreadableValues } from '@/lib/test-thrown'

function api(status: number, code?: string, retryAfterMs?: number): ApiError {
  const said = code === undefined ? {} : { code, message: 'The server’s words' }
  return new ApiError('createPlant', status, { ...said, retryAfterMs })
}

test.each<[unknown, string, string]>([
  [new NotSentError('offline'), 'You are offline', 'Nothing was sent.'],
  [new NotSentError('signed-out'), 'You are signed out', 'Sign in'],
  [new NotSentError('invalid', 'plant ID'), 'Nothing was sent', 'Not valid: plant ID.'],
  [new NotSentError('outdated'), 'This page is out of date', 'reload'],
  [new TransportError('x', 'timeout'), 'The server took too long', 'No complete response'],
  [new TransportError('x', 'network'), 'Couldn’t reach the server', 'Check your connection'],
  [new ContractError('x', 'y'), 'The response didn’t come from the Plants API', 'A proxy'],
  [api(404), 'The response didn’t come from the Plants API', 'A proxy'],
  [api(502), 'The response didn’t come from the Plants API', 'A proxy'],
  [api(404, 'PLANT_NOT_FOUND'), 'Plant not found', 'deleted'],
  [api(400, 'INVALID_UUID'), 'There is no plant at this address', 'UUID'],
  [api(401, 'UNAUTHORIZED'), 'Your sign-in wasn’t accepted', 'The server’s words'],
  [api(403, 'FORBIDDEN'), 'Your account isn’t allowed to do this', 'The server’s words'],
  [api(409, 'PLANT_ALREADY_EXISTS'), 'The server refused', 'The server’s words'],
  [api(500, 'INTERNAL_SERVER_ERROR'), 'The server failed', 'The server’s words'],
  [api(429, 'TOO_MANY_REQUESTS', 6_100), 'Too many requests', 'The server asks you to wait.'],
  [api(429, undefined, 6_100), 'Too many requests', 'The server asks you to wait.'],
  [api(429), 'Too many requests', 'Try again in a moment.'],
  [api(429, undefined, Number.NaN), 'Too many requests', 'Try again in a moment.'],
  [new TypeError('x is not a function'), 'Something went wrong on this page', 'Reload'],
])('%s is described as "%s"', (error, title, detail) => {
  const message = describeError(error)
  expect(message.title).toBe(title)
  expect(message.detail).toContain(detail)
})

test.each<[unknown, string]>([
  [new NotSentError('offline'), 'Sending: not sent'],
  [api(403, 'FORBIDDEN'), 'Sending was refused'],
  [api(404), 'Sending was refused'],
  [api(408, 'TIMEOUT'), 'Outcome unknown'],
  [api(503, 'SERVICE_UNAVAILABLE'), 'Outcome unknown'],
  [new TransportError('x', 'network'), 'Outcome unknown'],
  [new ContractError('x', 'y'), 'Outcome unknown'],
  [new TypeError('bug'), 'Outcome unknown'],
])('a mutation that ends with %s is titled "%s"', (error, title) => {
  expect(describeOutcome(error, 'Sending').title).toBe(title)
})

test('an error of the server is not described as a missing response', () => {
  const { detail } = describeOutcome(api(503, 'SERVICE_UNAVAILABLE'), 'Sending')
  expect(detail).toContain('Sending was sent, but the server reported an error (HTTP 503).')
  const lost = describeOutcome(new TransportError('x', 'network'), 'Sending')
  expect(lost.detail).toContain('no readable response arrived')
})

test('an unknown outcome is never described as failed, as surely sent, or with advice to try again', () => {
  const { title, detail } = describeOutcome(new TransportError('x', 'timeout'), 'Sending HOLD')
  expect(`${title} ${detail}`).not.toMatch(/fail|again|success/i)
  expect(detail).toContain('may or may not')
})

test('technical details contain operation, status and code', () => {
  expect(describeError(api(409, 'CONFLICT')).technical).toBe('createPlant · HTTP 409 · CONFLICT')
  expect(describeError(api(502)).technical).toBe('createPlant · HTTP 502')
  expect(describeError(new TransportError('x', 'timeout')).technical).toBe(
    'x · no response in time',
  )
})

test('any thrown value yields complete texts without "undefined"', () => {
  const status = fc.integer({ min: 300, max: 599 })
  const error = fc.oneof(
    fc.anything({
      withNullPrototype: true,
      withBigInt: true,
      withDate: true,
      withObjectString: true,
    }),
    fc
      .tuple(status, fc.option(fc.string({ minLength: 1 }), { nil: undefined }))
      .map(([number, code]) => api(number, code)),
    fc.string({ minLength: 1 }).map((message) => new ContractError('x', message)),
  )
  fc.assert(
    fc.property(error, (thrown) => {
      for (const message of [describeError(thrown), describeOutcome(thrown, 'Sending')]) {
        const { title, detail } = message
        expect(title.length).toBeGreaterThan(0)
        expect(detail.length).toBeGreaterThan(0)
        expect(`${title} ${detail}`).not.toMatch(/undefined|NaN|\[object/)
      }
    }),
  )
})

test.each(unreadableValues)('describes %s without throwing', (_name, thrown) => {
  expect(describeError(thrown)).toMatchObject({
    title: 'Something went wrong on this page',
    technical: expect.stringMatching(/^Error: ./),
  })
  expect(describeOutcome(thrown, 'Sending').title).toBe('Outcome unknown')
})

test('an envelope without a message still produces a text', () => {
  const silent = new ApiError('x', 400, { code: 'VALIDATION_ERROR', message: '' })
  expect(describeError(silent).detail).toBe('HTTP 400')
})

test('only a response with Retry-After, even from a proxy, says when to try again', () => {
  const nowMs = performance.now()
  for (const error of [api(429, 'TOO_MANY_REQUESTS', 6_100), api(503, undefined, 6_100)]) {
    const { retryAtMs } = describeError(error)
    expect(retryAtMs).toBeGreaterThanOrEqual(nowMs + 6_100)
    expect(retryAtMs).toBeLessThan(nowMs + 12_000)
  }
  expect(describeError(api(429)).retryAtMs).toBeUndefined()
  expect(describeError(api(429, undefined, Number.NaN)).retryAtMs).toBeUndefined()
  expect(describeError(new TypeError('bug')).retryAtMs).toBeUndefined()
})
