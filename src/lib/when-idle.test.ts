import { afterEach, expect, it, vi } from 'vitest'
import { untilIdle, whenIdle } from './when-idle'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('waits for an idle moment where the browser tells, and a second elsewhere', async () => {
  vi.useFakeTimers()
  const run = vi.fn<() => void>()
  whenIdle(run)
  vi.advanceTimersByTime(999)
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(run).toHaveBeenCalledOnce()
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => queueMicrotask(callback))
  await untilIdle()
})

it('can be cancelled', () => {
  vi.useFakeTimers()
  const run = vi.fn<() => void>()
  whenIdle(run)()
  vi.runAllTimers()
  expect(run).not.toHaveBeenCalled()
})
