import {
  type QueryClient,
  QueryObserver,
  mutationOptions,
  onlineManager,
} from '@tanstack/react-query'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { request } from './client'
import { ApiError, ContractError, NotSentError, TransportError, outcomeOf } from './errors'
import {
  clearBetweenPeople,
  createQueryClient,
  isRetryable,
  prime,
  retryDelayMs,
} from './query-client'
import { type Respond, failureOf, pointClientAt, respondWith, startServer } from './test-server'
import type { SessionState } from '@/api/session/session-state'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const schema = z.object({ note: z.string() })

/** Minimizes the jitter. */
function hurry() {
  vi.spyOn(Math, 'random').mockReturnValue(0)
}

function makeClient(): QueryClient {
  const client = createQueryClient()
  onTestFinished(() => client.clear())
  return client
}

async function read(respond: Respond) {
  const server = await startServer(respond)
  pointClientAt(server.url)
  const options = {
    queryKey: ['note'],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      request({
        operation: 'note',
        method: 'GET',
        path: '/',
        requestClass: 'read',
        schema,
        signal,
      }),
  }
  const observer = new QueryObserver(makeClient(), options)
  const result = await new Promise<{ data: unknown; error: unknown }>((resolve) => {
    const stop = observer.subscribe(({ data, error, isFetching }) => {
      if (!isFetching) {
        resolve({ data, error })
        queueMicrotask(stop)
      }
    })
  })
  return { ...result, requests: server.received.length }
}

function writing(requestClass: 'write' | 'physical' | 'secret') {
  return mutationOptions({
    mutationFn: () =>
      request({
        operation: 'write',
        method: requestClass === 'secret' ? 'GET' : 'POST',
        path: '/',
        requestClass,
        schema,
      }),
  })
}

function run(client: QueryClient, requestClass: 'write' | 'physical' | 'secret') {
  return client.getMutationCache().build(client, writing(requestClass)).execute(undefined)
}

test('a read that gets 503 twice and then its data takes three requests', async () => {
  hurry()
  const { data, requests } = await read((response, _request, nth) => {
    if (nth < 3) respondWith(response, 503, { code: 'SERVICE_UNAVAILABLE', message: 'broker' })
    else respondWith(response, 200, { note: 'a' })
  })
  expect({ data, requests }).toEqual({ data: { note: 'a' }, requests: 3 })
})

test.each<[string, Respond, number]>([
  ['503', (response) => respondWith(response, 503, {}), 3],
  ['500', (response) => respondWith(response, 500, {}), 3],
  ['408', (response) => respondWith(response, 408, {}), 3],
  ['reset', (response) => response.socket?.resetAndDestroy(), 3],
  ['400', (response) => respondWith(response, 400, {}), 1],
  ['403', (response) => respondWith(response, 403, {}), 1],
  ['404', (response) => respondWith(response, 404, '<h1>HTML</h1>'), 1],
  ['409', (response) => respondWith(response, 409, {}), 1],
  ['200 of another shape', (response) => respondWith(response, 200, {}), 1],
  ['200 with HTML', (response) => respondWith(response, 200, '<h1>HTML</h1>'), 1],
])('a read that gets only %s gives up', async (_what, respond, expected) => {
  hurry()
  const { error, requests } = await read(respond)
  expect(error).toBeInstanceOf(Error)
  expect(requests).toBe(expected)
})

test('a 429 is not retried before the server allows it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const timers = vi.spyOn(globalThis, 'setTimeout')
  const respond = vi.fn<Respond>((response, _request, nth) => {
    if (nth === 1) respondWith(response, 429, {}, { 'retry-after': '7' })
    else respondWith(response, 200, { note: 'a' })
  })
  const gotResult = vi.fn<(result: unknown) => void>()
  void read(respond).then(gotResult)
  const delays = () => timers.mock.calls.map(([, delayMs]) => delayMs)
  await expect.poll(delays, { timeout: 10_000 }).toContain(7_000)
  await vi.advanceTimersByTimeAsync(6_999)
  expect(respond).toHaveBeenCalledTimes(1)
  // From here on, waiting advances the fake timers.
  const expected = { data: { note: 'a' }, error: null, requests: 2 }
  await vi.waitFor(() => expect(gotResult).toHaveBeenCalledWith(expected), 10_000)
})

test.each(['write', 'physical', 'secret'] as const)(
  'a %s call is made once, whatever the response',
  async (requestClass) => {
    hurry()
    const responders: Respond[] = [
      (response) => respondWith(response, 503, {}),
      (response) => respondWith(response, 429, {}, { 'retry-after': '0' }),
      (response) => response.socket?.destroy(),
    ]
    for (const respond of responders) {
      const server = await startServer(respond)
      pointClientAt(server.url)
      await failureOf(run(makeClient(), requestClass))
      expect(server.received).toHaveLength(1)
    }
  },
)

test('an offline mutation fails immediately and is not sent when the network returns', async () => {
  let isDown = true
  const server = await startServer((response) =>
    isDown ? response.destroy() : respondWith(response, 200, { note: 'a' }),
  )
  pointClientAt(server.url)
  const client = makeClient()
  client.mount()
  onTestFinished(() => client.unmount())
  vi.stubGlobal('navigator', { onLine: false })
  onlineManager.setOnline(false)
  onTestFinished(() => onlineManager.setOnline(true))
  const error = await failureOf(run(client, 'physical'))
  expect(outcomeOf(error)).toBe('not-sent')
  vi.unstubAllGlobals()
  isDown = false
  onlineManager.setOnline(true)
  await client.resumePausedMutations()
  expect(server.received.filter(({ method }) => method !== 'GET')).toHaveLength(0)
})

test('a read is attempted while the browser claims to be offline', async () => {
  onlineManager.setOnline(false)
  onTestFinished(() => onlineManager.setOnline(true))
  const { data } = await read((response) => respondWith(response, 200, { note: 'a' }))
  expect(data).toEqual({ note: 'a' })
})

test('a secret leaves the mutation cache as soon as it is no longer shown', async () => {
  const server = await startServer((response) => respondWith(response, 200, { note: 'secret' }))
  pointClientAt(server.url)
  const client = makeClient()
  expect(await run(client, 'secret')).toEqual({ note: 'secret' })
  await vi.waitFor(() => expect(client.getMutationCache().getAll()).toEqual([]))
})

test('the class of the error decides about retries', () => {
  const api = (status: number) => new ApiError('x', status, {})
  const retried = [408, 429, 500, 502, 503, 504].map(api)
  const final = [400, 401, 403, 404, 409, 413, 422].map(api)
  expect([...retried, new TransportError('x', 'timeout')].every(isRetryable)).toBe(true)
  const others = [new ContractError('x', 'y'), new NotSentError('offline')]
  expect([...final, ...others].some(isRetryable)).toBe(false)
})

test("the delay has full jitter up to 1 s and 2 s, but the server's Retry-After takes precedence", () => {
  const network = new TransportError('x', 'network')
  for (const [attempt, most] of [
    [0, 1_000],
    [1, 2_000],
  ] as const) {
    const delays = Array.from({ length: 500 }, () => retryDelayMs(attempt, network))
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(0)
    expect(Math.min(...delays)).toBeLessThan(most * 0.1)
    expect(Math.max(...delays)).toBeGreaterThan(most * 0.9)
    expect(Math.max(...delays)).toBeLessThan(most)
  }
  expect(retryDelayMs(1, new ApiError('x', 429, { retryAfterMs: 7_000 }))).toBe(7_000)
  expect(retryDelayMs(1, new ApiError('x', 503, { retryAfterMs: 0 }))).toBe(0)
})

test("data that one user's session has started to read is cleared when another tab's session takes over", async () => {
  const rest = { name: '', roles: [], ownOrganizationId: undefined, organizationName: '' }
  const person = (username: string, organizationId?: string) => ({
    username,
    organizationId,
    ...rest,
  })
  let state: SessionState = { phase: 'signed-in', person: person('ada'), isByAnotherTab: false }
  const listeners: (() => void)[] = []
  const become = (next: SessionState) => {
    state = next
    for (const listener of listeners) listener()
  }
  const session = {
    getState: () => state,
    subscribe: (listener: () => void) => {
      listeners.push(listener)
      return () => undefined
    },
  }
  const client = makeClient()
  clearBetweenPeople(session, client)
  let finish = (_: string) => {}
  const slow = new Promise<string>((resolve) => {
    finish = resolve
  })
  prime(client, { queryKey: ['note'], queryFn: () => slow })
  client.setQueryData(['list'], 'of ada')
  become({ phase: 'over', person: person('ada'), why: 'refused' })
  expect(client.getQueryData(['list'])).toBe('of ada')
  become({ phase: 'signed-in', person: person('bob'), isByAnotherTab: true })
  finish('of ada')
  await slow
  expect(client.getQueryCache().getAll()).toEqual([])
  client.setQueryData(['list'], 'of bob')
  become({ phase: 'signed-in', person: person('bob', 'o2'), isByAnotherTab: false })
  expect(client.getQueryCache().getAll()).toEqual([])
  client.setQueryData(['list'], 'of o2')
  become({ phase: 'signed-out', why: 'signed-out' })
  expect(client.getQueryCache().getAll()).toEqual([])
})
