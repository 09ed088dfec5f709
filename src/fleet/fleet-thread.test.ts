import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { beforeEach, expect, it, vi } from 'vitest'
import { nextTask } from '@/lib/next-task'

beforeEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
  vi.stubGlobal('location', { href: 'http://localhost/' })
  SilentWorker.latest = undefined
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

const breakWorker = () => SilentWorker.latest?.dispatchEvent(new Event('error'))
const never = new Promise<string>(() => {})

/** Has work done that the worker never finishes, or fails with `failure`; returns what was done here instead. */
async function done(failure?: Error): Promise<string> {
  const { inFleetThread } = await import('./fleet-thread')
  return inFleetThread(
    () => (failure ? Promise.reject(failure) : never),
    () => 'here',
  )
}

it('does the work in this thread where no worker can be started', async () => {
  expect(await done()).toBe('here')
})

it('does the work in this thread once the worker breaks, and stops the worker', async () => {
  vi.stubGlobal('Worker', SilentWorker)
  const work = done()
  await vi.waitFor(() => expect(SilentWorker.latest).toBeDefined())
  breakWorker()
  expect(await work).toBe('here')
  expect(SilentWorker.latest?.terminate).toHaveBeenCalledOnce()
  expect(await done()).toBe('here')
})

it('notices that the worker broke while it had nothing to do', async () => {
  vi.stubGlobal('Worker', SilentWorker)
  const { inFleetThread } = await import('./fleet-thread')
  expect(
    await inFleetThread(
      async () => 'there',
      () => 'here',
    ),
  ).toBe('there')
  breakWorker()
  expect(await done()).toBe('here')
})

it('ends all work under way when one piece fails in the worker', async () => {
  vi.stubGlobal('Worker', SilentWorker)
  expect(await Promise.all([done(), done(new Error('DataCloneError'))])).toEqual(['here', 'here'])
})

it('keeps no result of work that is done', async () => {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  vi.stubGlobal('Worker', SilentWorker)
  const { inFleetThread } = await import('./fleet-thread')
  const results: WeakRef<object>[] = []
  const work = async () => {
    const result = { page: 1 }
    results.push(new WeakRef(result))
    return result
  }
  await inFleetThread(work, work)
  // What a job has made stays until its end.
  await nextTask()
  collectGarbage()
  expect(results.map((result) => result.deref())).toEqual([undefined])
})
