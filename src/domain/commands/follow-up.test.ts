import { expect, it } from 'vitest'
import { nextFollowUpMs } from './follow-up'
import { dayMs, hourMs } from '@/lib/instants'
import { clockToleranceMs } from '@/lib/server-clock'

const waiting = (...agesMs: (number | undefined)[]) =>
  agesMs.map((ageMs) => ({ settledAtMs: ageMs === undefined ? undefined : 1e12 - ageMs }))
const after = (...agesMs: (number | undefined)[]) => nextFollowUpMs(waiting(...agesMs), 1e12, false)

it.each([
  [0, 2_000],
  [9_999, 2_000],
  [10_000, 5_000],
  [60_000, 15_000],
  [hourMs - 1, 15_000],
  [hourMs, 60_000],
  [30 * dayMs, 60_000],
])('reads again for a command of %d ms after %s ms', (ageMs, everyMs) => {
  expect(after(ageMs)).toBe(everyMs)
})

it('follows the latest command', () => {
  expect(after(hourMs, 20_000, 70_000)).toBe(5_000)
  expect(after(undefined, 70_000)).toBe(15_000)
})

it('reads no faster for a command that the device’s clock dates far ahead', () => {
  expect(after(-clockToleranceMs)).toBe(2_000)
  expect(after(-clockToleranceMs - 1)).toBe(60_000)
})

it('reads no slower than at the user’s own interval', () => {
  expect(nextFollowUpMs(waiting(hourMs), 1e12, 30_000)).toBe(30_000)
  expect(nextFollowUpMs(waiting(0), 1e12, 30_000)).toBe(2_000)
})

it('keeps to the user’s own interval when no response is awaited, or while a request is running', () => {
  expect(after()).toBe(false)
  expect(after(undefined)).toBe(false)
  expect(nextFollowUpMs([], 1e12, 30_000)).toBe(30_000)
})
