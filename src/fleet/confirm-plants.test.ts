import { expect, it, vi } from 'vitest'
import { confirmPlants } from './confirm-plants'
import { RateLimiter } from './rate-limiter'
import { ApiError } from '@/api/errors'

const limiter = new RateLimiter({ perMinute: Infinity })
const never = new AbortController().signal

vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))

it('reads each plant, also after one that is gone', async () => {
  const read = vi.fn(async (id: string) => {
    if (id === 'a') throw new ApiError('getPlant', 404, { code: 'PLANT_NOT_FOUND' })
  })
  await confirmPlants(['a', 'b'], read, limiter, never)
  expect(read.mock.calls).toEqual([['a'], ['b']])
})

it('repeats what the server limits, and stops when it fails', async () => {
  const errors = [429, 503, 400].map(
    (status) => new ApiError('getPlant', status, { retryAfterMs: 0 }),
  )
  const read = vi.fn(async () => {
    throw errors.shift() ?? new Error('unexpected')
  })
  await confirmPlants(['a', 'b'], read, limiter, never)
  expect(read.mock.calls).toEqual([['a'], ['a'], ['a']])
})

it('leaves many plants to the next pass', async () => {
  const read = vi.fn(async () => {})
  const ids = Array.from({ length: 201 }, (_, at) => `plant-${at}`)
  await confirmPlants(ids, read, limiter, never)
  expect(read).not.toHaveBeenCalled()
})

it('stops when its signal is aborted', async () => {
  const controller = new AbortController()
  const read = vi.fn(async () => controller.abort(new Error('signed out')))
  await expect(confirmPlants(['a', 'b'], read, limiter, controller.signal)).rejects.toThrow(
    'signed out',
  )
  expect(read).toHaveBeenCalledOnce()
})
