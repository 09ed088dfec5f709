// `Date` headers that set the application's clock, and dates that are read by a response's own clock.
import { beforeEach, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import type * as Client from './client'
import type * as Errors from './errors'
import { respondWith, startServer } from './test-server'
import type * as Clock from '@/lib/server-clock'

const dayMs = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toUTCString()
const json = { 'content-type': 'application/json' }

let client: typeof Client
let clock: typeof Clock
let errors: typeof Errors
beforeEach(async () => {
  vi.resetModules()
  client = await import('./client')
  clock = await import('@/lib/server-clock')
  errors = await import('./errors')
})

const daysAhead = () => Math.round(-clock.deviceAheadMs() / dayMs)

async function ask(headers: Record<string, string>, status = 200): Promise<unknown> {
  const server = await startServer((response) => respondWith(response, status, {}, headers))
  client.configureClient({
    apiBaseUrl: server.url,
    idempotencyHeader: null,
    accessToken: () => Promise.resolve('token'),
    renewToken: () => Promise.resolve('token'),
  })
  const schema = z.object({})
  const call = { operation: 'any', path: '/any', method: 'GET', requestClass: 'read' } as const
  return client.request({ ...call, schema }).catch((error: unknown) => error)
}

test('a successful or rejected API response sets the clock', async () => {
  await ask({ ...json, date: inDays(3) })
  expect(daysAhead()).toBe(3)
  expect(Math.round((clock.serverNow() - Date.now()) / dayMs)).toBe(3)
})

test.each([
  ['a proxy page', { 'content-type': 'text/html', date: inDays(3) }],
  ['a cached response', { ...json, age: '259200', date: inDays(-3) }],
])('%s does not set the clock', async (_what, headers) => {
  await ask(headers, 500)
  expect(daysAhead()).toBe(0)
})

test('a static file does not set the clock', async () => {
  const server = await startServer((response) =>
    respondWith(response, 200, {}, { ...json, date: inDays(3) }),
  )
  await client.fetchWhole('config.json', server.url, { limitMs: 5_000 })
  expect(daysAhead()).toBe(0)
})

test('a date in Retry-After is read by the clock of its own response', async () => {
  const sent = new Date(Date.now() - 5 * dayMs)
  const retryAt = new Date(sent.getTime() + 20_000)
  const error = await ask(
    { ...json, date: sent.toUTCString(), 'retry-after': retryAt.toUTCString() },
    429,
  )
  expect(error).toBeInstanceOf(errors.ApiError)
  expect(error).toMatchObject({ status: 429, retryAfterMs: 20_000 })
})
