import { expect, it } from 'vitest'
import { countdown, graceAfterRotation } from './secret-grace'

it.each([
  [60, { endsMs: 1000 + 3_600_000, isAssumed: false }],
  [15, { endsMs: 1000 + 900_000, isAssumed: false }],
  [0, { endsMs: 1000, isAssumed: false }],
  [-5, { endsMs: 1000, isAssumed: false }],
  [null, { endsMs: 1000 + 3_600_000, isAssumed: true }],
  [undefined, { endsMs: 1000 + 3_600_000, isAssumed: true }],
])('calculates the end of a grace period of %j minutes', (minutes, expected) => {
  expect(graceAfterRotation(minutes, 1000)).toEqual(expected)
})

it.each([
  [42 * 60_000 + 10_000, '42:10'],
  [3_600_000, '1:00:00'],
  [3_723_000, '1:02:03'],
  [1999, '0:01'],
  [999, '0:00'],
  [0, '0:00'],
  [-5000, '0:00'],
])('formats %d ms as %s', (leftMs, text) => {
  expect(countdown(leftMs)).toBe(text)
})
