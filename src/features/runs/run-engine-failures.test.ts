import { beforeEach, describe, expect, it, vi } from 'vitest'
import { api, engineOf, held, sends, stateOf, step } from './test-engine'
import { NotSentError, TransportError } from '@/api/errors'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-01T12:00:00Z') })
  return () => vi.useRealTimers()
})

describe('a request that fails', () => {
  const failed = (thrown: Error) => engineOf({ send: () => Promise.reject(thrown) })

  it.each([
    ['session', api(401)],
    ['rate', api(429)],
  ])('pauses the run (%s); it isn’t sent again before a reading', async (reason, error) => {
    const one = failed(error)
    await step(one, 2)
    expect(one.engine.current.progress.pause?.reason).toBe(reason)
    expect(one.engine.current.rows[0]?.request).toMatchObject({ isRepeatable: true })
    expect(stateOf(one.engine)).toBe('refused')
    await step(one, 5)
    expect(sends(one.world)).toEqual(['send p0'])
  })

  it('pauses the run before the refusal is on disk, so that nothing follows meanwhile', async () => {
    const note = held<void>()
    const one = engineOf({ send: () => Promise.reject(api(429)) }, { concurrency: 4 })
    one.world.store = (at) =>
      at === 0 && sends(one.world).length > 0 ? note.port() : Promise.resolve()
    await step(one, 10)
    expect(sends(one.world)).toEqual(['send p0'])
  })

  it.each([
    ['a server that failed', api(500)],
    ['a lost connection', new TransportError('sendCommand', 'network')],
    ['a response that took too long', new TransportError('sendCommand', 'timeout')],
  ])('has an unknown outcome after %s', async (_what, error) => {
    const one = failed(error)
    await step(one, 2)
    expect(stateOf(one.engine)).toBe('unknown')
    expect(one.world.disk.get(0)?.request?.refusal).toBeUndefined()
    await step(one, 400)
    expect(one.world.calls.filter((call) => call === 'send p0')).toHaveLength(1)
  })

  it('is refused for good by another 4xx', async () => {
    const one = failed(api(409))
    await step(one, 2)
    expect(stateOf(one.engine)).toBe('refused')
    expect(one.engine.current.rows[0]?.request?.isRepeatable).toBe(false)
    expect(one.engine.current.progress.phase).not.toBe('paused')
  })

  it('pauses the run when the user lost the right', async () => {
    const one = failed(api(403))
    await step(one, 2)
    expect(one.engine.current.progress.pause?.reason).toBe('forbidden')
    await step(one, 5)
    expect(sends(one.world)).toEqual(['send p0'])
  })

  it('is tried again when it was only too late to be sent', async () => {
    const one = failed(new NotSentError('late'))
    await step(one, 2)
    expect(stateOf(one.engine)).toBe('not-sent')
    one.world.send = async () => 'record'
    await step(one, 3)
    expect(sends(one.world)).toEqual(['send p0', 'send p0'])
    expect(stateOf(one.engine)).toBe('waiting')
  })

  it('wasn’t sent when the browser is offline', async () => {
    const one = failed(new NotSentError('offline'))
    await step(one, 2)
    expect(stateOf(one.engine)).toBe('not-sent')
    expect(one.engine.current.progress.pause?.reason).toBe('offline')
  })
})
