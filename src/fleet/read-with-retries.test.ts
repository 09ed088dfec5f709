import { beforeEach, expect, test, vi } from 'vitest'
import { RateLimiter } from './rate-limiter'
import { readWithRetries } from './read-with-retries'
import { ApiError } from '@/api/errors'
import { failureOf } from '@/api/test-server'

const never = new AbortController().signal
const refused = (status: number) => new ApiError('listPlants', status, { retryAfterMs: 0 })

beforeEach(() => {
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
})

function failing(...errors: Error[]) {
  return vi.fn(async () => {
    const error = errors.shift()
    if (error) throw error
    return 'page'
  })
}

test('repeats a read after a temporary refusal', async () => {
  const read = failing(refused(503), refused(429))
  expect(await readWithRetries(read, new RateLimiter({ perMinute: Infinity }), never)).toBe('page')
  expect(read).toHaveBeenCalledTimes(3)
})

test('reports how long a refusal delays the reading', async () => {
  const limited = new ApiError('listPlants', 429, { retryAfterMs: 3 })
  const paused = vi.fn<(error: unknown, forMs: number) => void>()
  const read = failing(limited)
  await readWithRetries(read, new RateLimiter({ perMinute: Infinity }), never, paused)
  expect(paused.mock.calls).toEqual([[limited, 3]])
})

test('gives up after the third repetition, and immediately after a permanent refusal', async () => {
  const limiter = new RateLimiter({ perMinute: Infinity })
  const down = failing(...Array.from({ length: 9 }, () => refused(503)))
  expect(await failureOf(readWithRetries(down, limiter, never))).toBeInstanceOf(ApiError)
  expect(down).toHaveBeenCalledTimes(4)
  const forbidden = failing(refused(403))
  expect(await failureOf(readWithRetries(forbidden, limiter, never))).toBeInstanceOf(ApiError)
  expect(forbidden).toHaveBeenCalledTimes(1)
})

test('delays the other reads of its limiter after a failure', async () => {
  const limiter = new RateLimiter({ perMinute: Infinity })
  const pauseFor = vi.spyOn(limiter, 'pauseFor')
  await readWithRetries(failing(refused(429)), limiter, never)
  expect(pauseFor).toHaveBeenCalledWith(0)
})

test('throws the reason of its signal instead of the error of an aborted read', async () => {
  const controller = new AbortController()
  const read = async () => {
    controller.abort(new Error('Another user signed in'))
    throw new Error('aborted')
  }
  const limiter = new RateLimiter({ perMinute: Infinity })
  expect(await failureOf(readWithRetries(read, limiter, controller.signal))).toMatchObject({
    message: 'Another user signed in',
  })
})
