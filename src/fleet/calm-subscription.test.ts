import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { calmSubscription } from './calm-subscription'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

function calm() {
  let notify: () => void = () => undefined
  const subscribe = calmSubscription((listener) => {
    notify = listener
    return () => (notify = () => undefined)
  })
  return { subscribe, notify: () => notify() }
}

it('calls at once, and then at most every 200 ms, with the last change at the end', () => {
  const { subscribe, notify } = calm()
  const listener = vi.fn()
  subscribe(listener)
  for (let change = 0; change < 100; change += 1) notify()
  expect(listener).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(200)
  expect(listener).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(1_000)
  expect(listener).toHaveBeenCalledTimes(2)
})

it('calls less often when drawing takes long', () => {
  const { subscribe, notify } = calm()
  let nowMs = 0
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs)
  // Each drawing takes 200 ms.
  const listener = vi.fn(() => (nowMs += 200))
  subscribe(listener)
  const passMs = (ms: number) => {
    nowMs += ms
    vi.advanceTimersByTime(ms)
  }
  notify()
  passMs(0)
  notify()
  passMs(2_100)
  expect(listener).toHaveBeenCalledTimes(1)
  passMs(100)
  expect(listener).toHaveBeenCalledTimes(2)
})

it('does not call after the subscription has ended', () => {
  const { subscribe, notify } = calm()
  const listener = vi.fn()
  const unsubscribe = subscribe(listener)
  notify()
  notify()
  unsubscribe()
  vi.advanceTimersByTime(1_000)
  expect(listener).toHaveBeenCalledTimes(1)
})
