import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { LastUse } from './last-use'

const kept = new Map<string, string>()
const writes: string[] = []
let sleptMs = 0

beforeEach(() => {
  kept.clear()
  writes.length = 0
  sleptMs = 0
  vi.useFakeTimers({ now: 1_000_000 })
  // The monotonic clock stops while the computer sleeps.
  const monotonic = performance.now.bind(performance)
  vi.spyOn(performance, 'now').mockImplementation(() => monotonic() - sleptMs)
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => {
      kept.set(key, text)
      writes.push(text)
    },
    removeItem: (key: string) => kept.delete(key),
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function sleep(ms: number): void {
  sleptMs += ms
  vi.setSystemTime(Date.now() + ms)
}

it('counts the time since the last use', () => {
  const use = new LastUse(5_000)
  vi.advanceTimersByTime(60_000)
  expect(use.idleMs()).toBe(60_000)
  use.note()
  expect(use.idleMs()).toBe(0)
})

it('counts the time that the computer slept', () => {
  const use = new LastUse(5_000)
  vi.spyOn(performance, 'now').mockReturnValue(0)
  sleep(3_600_000)
  expect(use.idleMs()).toBe(3_600_000)
})

it('counts on when the wall clock is set back', () => {
  const use = new LastUse(5_000)
  vi.advanceTimersByTime(60_000)
  vi.setSystemTime(Date.now() - 3_600_000)
  expect(use.idleMs()).toBe(60_000)
})

it('stores the first use at once and the last one of a busy time', () => {
  const use = new LastUse(5_000)
  for (let count = 0; count < 90; count += 1) {
    use.note()
    vi.advanceTimersByTime(100)
  }
  vi.advanceTimersByTime(5_000)
  expect(writes).toHaveLength(3)
  expect(writes.at(-1)).toBe(String(1_000_000 + 89 * 100))
})

it('hears of a later use in another tab, and of no earlier one', () => {
  const [here, other] = [new LastUse(5_000), new LastUse(5_000)]
  vi.advanceTimersByTime(60_000)
  other.note()
  vi.advanceTimersByTime(10_000)
  expect(here.idleMs()).toBe(70_000)
  here.hear()
  expect(here.idleMs()).toBe(10_000)
  here.note()
  kept.set('plantdeck.last-use', '1000000')
  here.hear()
  expect(here.idleMs()).toBe(0)
})

it('starts with the last use before a reload', () => {
  new LastUse(5_000).note()
  sleep(900_000)
  expect(new LastUse(5_000).idleMs()).toBe(900_000)
})

it('takes a use in the future for one now, but only once', () => {
  kept.set('plantdeck.last-use', String(Date.now() + 86_400_000))
  const use = new LastUse(5_000)
  expect(use.idleMs()).toBe(0)
  vi.advanceTimersByTime(60_000)
  use.hear()
  expect(use.idleMs()).toBe(60_000)
})

it.each(['', 'soon', 'NaN'])('ignores %j in storage', (text) => {
  kept.set('plantdeck.last-use', text)
  expect(new LastUse(5_000).idleMs()).toBeLessThan(2_000_000)
})

it('leaves nothing in storage at the end, not even later', () => {
  const use = new LastUse(5_000)
  use.note()
  use.note()
  use.forget()
  vi.advanceTimersByTime(60_000)
  expect(kept.size).toBe(0)
})
