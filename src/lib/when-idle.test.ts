import { afterEach, expect, it, vi } from 'vitest'
import { untilIdle, whenIdle } from './when-idle'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('waits for an idle callback, or one second where there is none', async () => {
  vi.useFakeTimers()
  const run = vi.fn<() => void>()
  whenIdle(run)
  vi.advanceTimersByTime(999)
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(run).toHaveBeenCalledOnce()
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => queueMicrotask(callback))
  vi.stubGlobal('document', { visibilityState: 'visible' })
  await untilIdle()
})

it('can be cancelled', () => {
  vi.useFakeTimers()
  const run = vi.fn<() => void>()
  whenIdle(run)()
  vi.runAllTimers()
  expect(run).not.toHaveBeenCalled()
})

it('does not wait in a hidden tab', async () => {
  vi.stubGlobal('document', { visibilityState: 'hidden' })
  vi.stubGlobal('requestIdleCallback', () => 1)
  await untilIdle()
})
