import { expect, it } from 'vitest'
import { nextFollowUpMs } from './follow-up'
import { hourMs } from '@/lib/instants'

const after = (...agesMs: (number | undefined)[]) =>
  nextFollowUpMs(
    agesMs.map((ageMs) => ({ settledAtMs: ageMs === undefined ? undefined : 1e12 - ageMs })),
    1e12,
  )

it.each([
  [0, 2_000],
  [9_999, 2_000],
  [10_000, 5_000],
  [60_000, 15_000],
  [hourMs - 1, 15_000],
  [hourMs, undefined],
])('reads again for a command of %d ms after %s ms', (ageMs, everyMs) => {
  expect(after(ageMs)).toBe(everyMs)
})

it('follows the latest command', () => {
  expect(after(hourMs, 20_000, 70_000)).toBe(5_000)
  expect(after(undefined, 70_000)).toBe(15_000)
})

it('does not poll when no response is awaited, or while a request is running', () => {
  expect(after()).toBeUndefined()
  expect(after(undefined)).toBeUndefined()
})
