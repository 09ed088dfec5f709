import { beforeEach, describe, expect, it, vi } from 'vitest'
import { api, engineOf, held, sends, settle, stateOf, step } from './test-engine'
import { TransportError } from '@/api/errors'
import type { PlantDetail } from '@/api/plant-schemas'
import { testReadPlant } from '@/domain/runs/test-runs'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-01T12:00:00Z') })
  return () => vi.useRealTimers()
})

describe('a plant’s turn', () => {
  it('is read, noted on disk, and only then sent to', async () => {
    const one = engineOf()
    await step(one, 2)
    expect(one.world.calls.slice(0, 4)).toEqual([
      'read p0',
      'store 0 sending',
      'send p0',
      'store 0 waiting',
    ])
    expect(one.world.disk.get(0)?.request?.recordId).toBe('record of p0')
  })

  it('sends nothing before the note is on disk', async () => {
    const note = held<void>()
    const one = engineOf({ store: note.port })
    await step(one, 5)
    expect(sends(one.world)).toEqual([])
    note.resolve()
    await settle()
    expect(sends(one.world)).toEqual(['send p0'])
  })

  it('comes once, however often it is looked for', async () => {
    const one = engineOf({ send: held<string>().port })
    one.engine.step()
    one.engine.step()
    await settle()
    one.engine.step()
    one.engine.step()
    await settle()
    await step(one, 20)
    expect(one.world.calls.filter((call) => call === 'read p0')).toHaveLength(1)
    expect(sends(one.world)).toEqual(['send p0'])
  })

  it('ends without a request when it can’t be noted, and the run pauses', async () => {
    const one = engineOf({ store: () => Promise.reject(new Error('QuotaExceededError')) })
    await step(one, 5)
    expect(sends(one.world)).toEqual([])
    expect(stateOf(one.engine)).toBe('not-sent')
    expect(one.engine.current.progress).toMatchObject({
      phase: 'paused',
      pause: { reason: 'storage' },
    })
  })

  it('ends without a request when the run was paused while it was noted', async () => {
    const note = held<void>()
    const one = engineOf({ store: note.port })
    await step(one, 2)
    one.engine.tell({ kind: 'pause', reason: 'user' })
    note.resolve()
    await step(one)
    expect(sends(one.world)).toEqual([])
    expect(stateOf(one.engine)).toBe('not-sent')
    expect(one.world.disk.get(0)?.request).toBeUndefined()
  })

  it('ends without a request when the user changed while it was noted', async () => {
    const note = held<void>()
    const one = engineOf({ store: note.port })
    await step(one, 2)
    one.engine.dispose()
    note.resolve()
    await step(one, 5)
    expect(sends(one.world)).toEqual([])
    expect(one.world.calls).toEqual(['read p0', 'store 0 sending'])
  })

  it('is over when the user changed while the plant was read', async () => {
    const reading = held<PlantDetail>()
    const one = engineOf({ read: reading.port })
    await step(one)
    one.engine.dispose()
    reading.resolve(testReadPlant('p0'))
    await step(one, 5)
    expect(one.world.calls).toEqual(['read p0'])
  })
})

describe('a plant that isn’t as planned', () => {
  it.each([
    ['renamed', async () => testReadPlant('p0', { name: 'Other' }), /name/],
    ['gone', () => Promise.reject(api(404, 'PLANT_NOT_FOUND')), /no longer exists/],
    ['not readable', () => Promise.reject(api(404)), /couldn’t be read/],
  ])('is held back when it is %s; the next one has its place', async (_what, first, reason) => {
    const one = engineOf({ read: async (id) => (id === 'p0' ? first() : testReadPlant(id)) })
    await step(one, 3)
    expect(stateOf(one.engine)).toBe('held-back')
    expect(one.world.disk.get(0)?.heldBack?.reasons.join()).toMatch(reason)
    expect(sends(one.world)).toEqual(['send p1'])
  })

  it.each([
    ['offline', new TransportError('getPlant', 'network')],
    ['session', api(401)],
    ['rate', api(429)],
  ])('pauses the run (%s) when none could be read', async (reason, error) => {
    const one = engineOf({ read: () => Promise.reject(error) })
    await step(one, 3)
    expect(one.engine.current.progress.pause?.reason).toBe(reason)
    expect(stateOf(one.engine)).toBe('not-sent')
    expect(one.world.calls).toEqual(['read p0'])
  })

  it('isn’t judged by a reading from before a pause that ends after it', async () => {
    const [first, second] = [held<PlantDetail>(), held<PlantDetail>()]
    const one = engineOf({ read: first.port })
    await step(one)
    one.engine.tell({ kind: 'pause', reason: 'user' })
    one.engine.tell({ kind: 'resume' })
    one.world.read = second.port
    await step(one)
    first.reject(new Error('Cancelled by the second reading.'))
    await step(one, 3)
    expect(stateOf(one.engine)).toBe('not-sent')
    expect(sends(one.world)).toEqual([])
    second.resolve(testReadPlant('p0'))
    await step(one, 3)
    expect(sends(one.world)).toEqual(['send p0'])
  })
})

describe('an engine', () => {
  it('is busy while a request is on its way, also in a paused or stopped run', async () => {
    const reply = held<string>()
    const one = engineOf({ send: reply.port })
    await step(one, 2)
    one.engine.tell({ kind: 'stop' })
    expect(one.engine.isBusy).toBe(true)
    reply.reject(api(409))
    // A refusal is looked at once more after 5 s.
    await step(one, 60)
    expect(one.engine.isBusy).toBe(false)
  })

  it('is busy while open outcomes are read again, and stops for another user', async () => {
    const suspend = { kind: 'suspend' } as const
    const one = engineOf({ send: () => Promise.reject(api(500)) }, { concurrency: 3 }, suspend)
    await step(one, 30)
    one.engine.tell({ kind: 'stop' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(one.engine.isBusy).toBe(false)
    const reading = held<PlantDetail>()
    one.world.read = reading.port
    one.world.calls.length = 0
    void one.engine.reconcile()
    expect(one.engine.isBusy).toBe(true)
    one.engine.dispose()
    reading.resolve(testReadPlant('p0'))
    await settle()
    expect(one.world.calls).toEqual(['read p0'])
    expect(one.engine.isBusy).toBe(false)
  })

  it('pauses when its progress can’t be stored', async () => {
    const one = engineOf({ storeProgress: () => Promise.reject(new Error('No space')) })
    await settle()
    expect(one.engine.current.progress.pause?.reason).toBe('storage')
  })

  it('records that a change was confirmed', async () => {
    const one = engineOf({ send: async () => undefined }, {}, { kind: 'suspend' })
    await step(one, 2)
    expect(stateOf(one.engine)).toBe('ok')
    expect(one.world.disk.get(0)?.request).toMatchObject({ isDone: true })
  })
})

describe('the first plants', () => {
  const suspend = { kind: 'suspend' } as const
  const canary = { canary: 1, bakeS: 1 }
  const suspended = { lifecycleStatus: 'SUSPENDED', alerts: null }

  async function watched(later: () => Promise<PlantDetail>) {
    const one = engineOf({ send: async () => undefined }, canary, suspend)
    one.world.read = async (id) =>
      sends(one.world).length > 0 && id === 'p0' ? later() : testReadPlant(id, { alerts: null })
    await step(one, 20)
    return one
  }

  it('let the next wave begin when they are well', async () => {
    const { engine, world } = await watched(async () => testReadPlant('p0', suspended))
    expect(engine.current.progress.wave).toBe(1)
    expect(sends(world).length).toBeGreaterThan(1)
  })

  it.each([
    ['changed', async () => testReadPlant('p0', { ...suspended, lifecycleStatus: 'REVOKED' })],
    ['can’t be read', () => Promise.reject(api(404))],
  ])('halt the run when one %s', async (_what, later) => {
    const { engine, world } = await watched(later)
    expect(engine.current.progress).toMatchObject({ phase: 'halted', halt: { reason: 'canary' } })
    expect(sends(world)).toEqual(['send p0'])
  })

  it('are looked at again when the connection was lost', async () => {
    const { engine } = await watched(() =>
      Promise.reject(new TransportError('getPlant', 'network')),
    )
    expect(engine.current.progress.pause?.reason).toBe('offline')
    expect(engine.current.rows[0]?.watch).toBeUndefined()
  })
})
