import { beforeEach, expect, it, vi } from 'vitest'

beforeEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
  vi.stubGlobal('location', { href: 'http://localhost/' })
})

/** A worker that takes messages and never answers. */
class SilentWorker extends EventTarget {
  static latest: SilentWorker | undefined
  postMessage = vi.fn<() => void>()
  terminate = vi.fn<() => void>()

  constructor() {
    super()
    SilentWorker.latest = this
  }
}

it('does the work in this thread where no worker can be started', async () => {
  const { inFleetThread } = await import('./fleet-thread')
  expect(
    await inFleetThread(
      async () => 'there',
      () => 'here',
    ),
  ).toBe('here')
})

it('does the work in this thread once the worker breaks, and stops the worker', async () => {
  vi.stubGlobal('Worker', SilentWorker)
  const { inFleetThread } = await import('./fleet-thread')
  const never = new Promise<string>(() => {})
  const done = inFleetThread(
    () => never,
    () => 'here',
  )
  SilentWorker.latest?.dispatchEvent(new Event('error'))
  expect(await done).toBe('here')
  expect(SilentWorker.latest?.terminate).toHaveBeenCalledOnce()
  expect(
    await inFleetThread(
      () => never,
      () => 'here again',
    ),
  ).toBe('here again')
})

it('notices that the worker broke before it had anything to do', async () => {
  vi.stubGlobal('Worker', SilentWorker)
  const { inFleetThread } = await import('./fleet-thread')
  const { readSnapshotAhead } = await import('./fleet-worker-start')
  readSnapshotAhead('fleet.ann', 'api 1')
  SilentWorker.latest?.dispatchEvent(new Event('error'))
  const never = new Promise<string>(() => {})
  expect(
    await inFleetThread(
      () => never,
      () => 'here',
    ),
  ).toBe('here')
})

it('ends all work under way when one piece fails in the worker', async () => {
  vi.stubGlobal('Worker', SilentWorker)
  const { inFleetThread } = await import('./fleet-thread')
  const never = new Promise<string>(() => {})
  const results = await Promise.all([
    inFleetThread(
      () => never,
      () => 'first',
    ),
    inFleetThread(
      () => Promise.reject(new Error('DataCloneError')),
      () => 'second',
    ),
  ])
  expect(results).toEqual(['first', 'second'])
})
