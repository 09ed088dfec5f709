import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keepReading } from './detail-queue'
import { RateLimiter, pause } from './rate-limiter'
import { ApiError } from '@/api/errors'

const controllers: AbortController[] = []

beforeEach(() => {
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
  vi.useFakeTimers()
})
afterEach(() => {
  for (const controller of controllers.splice(0)) controller.abort()
  vi.useRealTimers()
})

const refused = (status: number, retryAfterMs?: number) =>
  new ApiError('getPlant', status, { retryAfterMs })

/** Starts a queue that reads each plant once, unless `read` throws, and notes what it does. */
function start(plants: string[], read: (plantId: string) => void = () => undefined, takesMs = 0) {
  const controller = new AbortController()
  controllers.push(controller)
  const done: string[] = []
  const failed: string[] = []
  const seen = { atOnce: 0, most: 0, looked: 0, trouble: undefined as unknown }
  const limiter = new RateLimiter({ perMinute: Infinity })
  const pauseFor = vi.spyOn(limiter, 'pauseFor')
  const ended = keepReading(
    {
      due: () => {
        seen.looked += 1
        return plants.filter((plantId) => !done.includes(plantId) && !failed.includes(plantId))
      },
      keyOf: (plantId) => plantId,
      read: async (plantId) => {
        seen.atOnce += 1
        seen.most = Math.max(seen.most, seen.atOnce)
        await pause(takesMs, controller.signal)
        seen.atOnce -= 1
        read(plantId)
        done.push(plantId)
      },
      onFailure: (plantId) => failed.push(plantId),
      onTrouble: (error) => (seen.trouble = error),
      limiter,
      concurrency: 4,
    },
    controller.signal,
  ).catch((error: unknown) => error)
  const stop = () => controller.abort(new Error('unmounted'))
  return { done, failed, seen, ended, stop, pauseFor }
}

it('reads several plants at a time, each once, in order', async () => {
  const plants = Array.from({ length: 100 }, (_, at) => `p${at}`)
  const { done, seen } = start(plants, undefined, 10)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(done).toEqual(plants)
  expect(seen.most).toBe(4)
})

it('looks again later when nothing is due', async () => {
  const plants = ['a']
  const { done } = start(plants)
  await vi.advanceTimersByTimeAsync(1_000)
  plants.push('b')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(done).toEqual(['a', 'b'])
})

it('goes on with the others after a refusal', async () => {
  const { done, failed, seen } = start(['a', 'bad', 'c'], (plantId) => {
    if (plantId === 'bad') throw refused(403)
  })
  await vi.advanceTimersByTimeAsync(100)
  expect([done, failed]).toEqual([['a', 'c'], ['bad']])
  expect(seen.trouble).toBeUndefined()
})

it.each([
  ['too many requests', refused(429), 1],
  ['maintenance', refused(503), 1],
  ['a time for the next request', refused(500, 1_000), 1],
  ['a broken plant', refused(500), 0],
  ['no response', new TypeError('reset'), 0],
])(
  'after %s it repeats nothing, and delays other requests only if asked',
  async (_name, error, pauses) => {
    let tries = 0
    const { failed, pauseFor } = start(['a'], () => {
      tries += 1
      throw error
    })
    await vi.advanceTimersByTimeAsync(10_000)
    expect([tries, failed]).toEqual([1, ['a']])
    expect(pauseFor).toHaveBeenCalledTimes(pauses)
  },
)

it('looks once for all that read, when nothing is due', async () => {
  const { seen } = start(['a'])
  await vi.advanceTimersByTimeAsync(100)
  const { looked } = seen
  await vi.advanceTimersByTimeAsync(20_000)
  expect(seen.looked).toBe(looked + 10)
})

it('pauses for a minute while the server fails, and goes on when it has recovered', async () => {
  let isDown = true
  const plants = Array.from({ length: 30 }, (_, at) => `p${at}`)
  const { done, failed, seen } = start(plants, () => {
    if (isDown) throw refused(503)
  })
  await vi.advanceTimersByTimeAsync(30_000)
  expect(failed.length).toBeLessThanOrEqual(8)
  expect(seen.trouble).toBeInstanceOf(ApiError)
  const before = failed.length
  await vi.advanceTimersByTimeAsync(25_000)
  expect(failed).toHaveLength(before)
  isDown = false
  await vi.advanceTimersByTimeAsync(60_000)
  expect(done).toHaveLength(30 - before)
  expect(seen.trouble).toBeUndefined()
})

it('ends when its signal is aborted, also while it waits', async () => {
  const { done, ended, stop, seen } = start(['a'])
  await vi.advanceTimersByTimeAsync(100)
  stop()
  expect(await ended).toEqual(new Error('unmounted'))
  const { looked } = seen
  await vi.advanceTimersByTimeAsync(60_000)
  expect([done, seen.looked]).toEqual([['a'], looked])
})
