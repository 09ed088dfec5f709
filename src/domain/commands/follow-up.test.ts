import { expect, it } from 'vitest'
import { nextFollowUpMs } from './follow-up'
import { dayMs, hourMs } from '@/lib/instants'
import { clockToleranceMs } from '@/lib/server-clock'

// The server's clock is an hour ahead of the device's.
const now = { nowMs: 1e12, serverMs: 1e12 + hourMs }
const waiting = (...agesMs: number[]) =>
  agesMs.map((ageMs) => ({ clickedAtMs: 0, settledAtMs: now.nowMs - ageMs }))
const unsettled = (...agesMs: number[]) =>
  agesMs.map((ageMs) => ({ clickedAtMs: now.serverMs - ageMs, settledAtMs: undefined }))
const after = (...agesMs: number[]) => nextFollowUpMs(waiting(...agesMs), now, false)

it.each([
  [0, 2_000],
  [9_999, 2_000],
  [10_000, 5_000],
  [60_000, 15_000],
  [hourMs - 1, 15_000],
  [hourMs, 60_000],
  [30 * dayMs, 60_000],
])(
  'reads again for a command of %d ms after %s ms, also when its end is not known',
  (ageMs, everyMs) => {
    expect(after(ageMs)).toBe(everyMs)
    expect(nextFollowUpMs(unsettled(ageMs), now, false)).toBe(everyMs)
  },
)

it('follows the latest command', () => {
  expect(after(hourMs, 20_000, 70_000)).toBe(5_000)
  const mixed = [...unsettled(20_000), ...waiting(70_000)]
  expect(nextFollowUpMs(mixed, now, false)).toBe(5_000)
})

it('reads no faster for a command that the device’s clock dates far ahead', () => {
  expect(after(-clockToleranceMs)).toBe(2_000)
  expect(after(-clockToleranceMs - 1)).toBe(60_000)
})

it('reads no slower than at the user’s own interval', () => {
  expect(nextFollowUpMs(waiting(hourMs), now, 30_000)).toBe(30_000)
  expect(nextFollowUpMs(waiting(0), now, 30_000)).toBe(2_000)
})

it('keeps to the user’s own interval when no answer is awaited', () => {
  expect(after()).toBe(false)
  expect(nextFollowUpMs([], now, 30_000)).toBe(30_000)
})
