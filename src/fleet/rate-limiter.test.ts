import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { RateLimiter } from './rate-limiter'

/** The tab's visibility as the page sees it. */
class Tab extends EventTarget {
  visibilityState: 'visible' | 'hidden' = 'visible'

  show(): void {
    this.visibilityState = 'visible'
    this.dispatchEvent(new Event('visibilitychange'))
  }
}

let tab = new Tab()
const never = new AbortController().signal

beforeEach(() => {
  tab = new Tab()
  vi.stubGlobal('document', tab)
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function countPassing(limiter: RateLimiter, requests: number, signal = never) {
  const passed = { count: 0 }
  const failures: unknown[] = []
  for (let request = 0; request < requests; request += 1) {
    limiter.waitForTurn(signal).then(
      () => (passed.count += 1),
      (error: unknown) => failures.push(error),
    )
  }
  return { passed, failures }
}

it('limits the requests of a minute', async () => {
  const { passed } = countPassing(new RateLimiter({ perMinute: 60 }), 100)
  await vi.advanceTimersByTimeAsync(0)
  expect(passed.count).toBe(1)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(passed.count).toBe(11)
})

it('delays all requests while the server asks for a pause', async () => {
  const limiter = new RateLimiter({ perMinute: Infinity })
  limiter.pauseFor(5_000)
  const { passed } = countPassing(limiter, 3)
  await vi.advanceTimersByTimeAsync(4_999)
  expect(passed.count).toBe(0)
  await vi.advanceTimersByTimeAsync(1)
  expect(passed.count).toBe(3)
})

it('sends nothing while the tab is hidden', async () => {
  tab.visibilityState = 'hidden'
  const { passed } = countPassing(new RateLimiter({ perMinute: Infinity }), 1)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(passed.count).toBe(0)
  tab.show()
  await vi.advanceTimersByTimeAsync(0)
  expect(passed.count).toBe(1)
})

it('stops waiting when it is aborted, hidden or not', async () => {
  const controller = new AbortController()
  const limiter = new RateLimiter({ perMinute: 1 })
  const { failures } = countPassing(limiter, 2, controller.signal)
  await vi.advanceTimersByTimeAsync(0)
  tab.visibilityState = 'hidden'
  const hidden = countPassing(limiter, 1, controller.signal)
  controller.abort(new Error('Another user signed in'))
  await vi.advanceTimersByTimeAsync(0)
  expect(failures).toEqual([new Error('Another user signed in')])
  expect(hidden.failures).toHaveLength(1)
})
