import { expect, it } from 'vitest'
import { intervalAfter } from './cadence'

const steps = [
  { untilMs: 10, everyMs: 2 },
  { untilMs: 60, everyMs: 5 },
]

it.each([
  [-1, 2],
  [0, 2],
  [9, 2],
  [10, 5],
  [59, 5],
  [60, undefined],
  [Infinity, undefined],
])('has after %d ms an interval of %s ms', (passedMs, everyMs) => {
  expect(intervalAfter(steps, passedMs)).toBe(everyMs)
})
