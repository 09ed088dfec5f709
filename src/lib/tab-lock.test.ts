import { afterEach, expect, it, vi } from 'vitest'
import { takeTabLock } from './tab-lock'

afterEach(() => {
  vi.unstubAllGlobals()
})

type Work = (lock: { name: string } | null) => unknown

/** Gives a lock to one at a time, as a browser does with `ifAvailable`. */
function memoryLocks() {
  const held = new Set<string>()
  return {
    request: async (name: string, _options: unknown, work: Work) => {
      if (held.has(name)) return work(null)
      held.add(name)
      try {
        return await work({ name })
      } finally {
        held.delete(name)
      }
    },
  }
}

it('gives a lock to one tab only, until it is given back', async () => {
  vi.stubGlobal('navigator', { locks: memoryLocks() })
  const release = await takeTabLock('run')
  expect(await takeTabLock('run')).toBe('taken')
  expect(await takeTabLock('another run')).toBeTypeOf('function')
  if (typeof release === 'function') release()
  await vi.waitFor(async () => expect(await takeTabLock('run')).toBeTypeOf('function'))
})

it('asks only for a lock that is free, because a run must not begin by itself later', async () => {
  const request = vi.fn(async (_name: string, _options: unknown, work: Work) => work(null))
  vi.stubGlobal('navigator', { locks: { request } })
  await takeTabLock('run')
  expect(request).toHaveBeenCalledExactlyOnceWith(
    'run',
    { ifAvailable: true },
    expect.any(Function),
  )
})

it.each([
  ['without locks', undefined],
  ['that refuses locks', { request: () => Promise.reject(new Error('SecurityError')) }],
  [
    'whose locks throw',
    {
      request: () => {
        throw new TypeError('Illegal invocation')
      },
    },
  ],
])('has none in a browser %s', async (_what, locks) => {
  vi.stubGlobal('navigator', { locks })
  expect(await takeTabLock('run')).toBe('unavailable')
})
