import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { steadyInterval } from './steady-interval'

class FakeWorker extends EventTarget {
  readonly postMessage = vi.fn<(everyMs: number) => void>()
  readonly terminate = vi.fn<() => void>()
  constructor() {
    super()
    started.push(this)
  }
}

const started: FakeWorker[] = []
const tick = vi.fn<() => void>()

beforeEach(() => {
  vi.useFakeTimers()
  started.length = 0
  tick.mockClear()
  vi.stubGlobal('location', { href: 'https://plants.example/plants' })
  vi.stubGlobal('Worker', FakeWorker)
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const ticksIn = (timeMs: number) => {
  tick.mockClear()
  vi.advanceTimersByTime(timeMs)
  return tick.mock.calls.length
}

it('ticks when its worker does, and by no timer of the page', () => {
  steadyInterval(tick, 500)
  const [worker] = started
  expect(worker?.postMessage).toHaveBeenCalledExactlyOnceWith(500)
  worker?.dispatchEvent(new Event('message'))
  worker?.dispatchEvent(new Event('message'))
  expect(tick).toHaveBeenCalledTimes(2)
  expect(ticksIn(5_000)).toBe(0)
})

it('ticks by a timer where workers are blocked', () => {
  vi.stubGlobal('Worker', undefined)
  const end = steadyInterval(tick, 500)
  expect(ticksIn(2_000)).toBe(4)
  end()
  expect(ticksIn(2_000)).toBe(0)
})

it('goes on by one timer when its worker fails', () => {
  const end = steadyInterval(tick, 500)
  const [worker] = started
  worker?.dispatchEvent(new Event('error'))
  worker?.dispatchEvent(new Event('error'))
  expect(worker?.terminate).toHaveBeenCalledTimes(1)
  expect(ticksIn(2_000)).toBe(4)
  end()
  expect(ticksIn(2_000)).toBe(0)
})

it('ends with its worker, also when that fails only then', () => {
  const end = steadyInterval(tick, 500)
  const [worker] = started
  end()
  expect(worker?.terminate).toHaveBeenCalledTimes(1)
  worker?.dispatchEvent(new Event('error'))
  expect(ticksIn(2_000)).toBe(0)
})
