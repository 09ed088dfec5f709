import { beforeEach, expect, test, vi } from 'vitest'
import { readPatiently } from './patient-read'
import { PoliteGate } from './polite-gate'
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

test('repeats a read that the server refused for the moment', async () => {
  const read = failing(refused(503), refused(429))
  expect(await readPatiently(read, new PoliteGate({ perMinute: Infinity }), never)).toBe('page')
  expect(read).toHaveBeenCalledTimes(3)
})

test('gives up after the third repetition, and at once for a refusal', async () => {
  const gate = new PoliteGate({ perMinute: Infinity })
  const down = failing(...Array.from({ length: 9 }, () => refused(503)))
  expect(await failureOf(readPatiently(down, gate, never))).toBeInstanceOf(ApiError)
  expect(down).toHaveBeenCalledTimes(4)
  const forbidden = failing(refused(403))
  expect(await failureOf(readPatiently(forbidden, gate, never))).toBeInstanceOf(ApiError)
  expect(forbidden).toHaveBeenCalledTimes(1)
})

test('holds the other reads of its gate after a failure', async () => {
  const gate = new PoliteGate({ perMinute: Infinity })
  const pauseFor = vi.spyOn(gate, 'pauseFor')
  await readPatiently(failing(refused(429)), gate, never)
  expect(pauseFor).toHaveBeenCalledWith(0)
})

test('throws the reason of its signal instead of the error of an aborted read', async () => {
  const controller = new AbortController()
  const read = async () => {
    controller.abort(new Error('Another user signed in'))
    throw new Error('aborted')
  }
  const gate = new PoliteGate({ perMinute: Infinity })
  expect(await failureOf(readPatiently(read, gate, controller.signal))).toMatchObject({
    message: 'Another user signed in',
  })
})
