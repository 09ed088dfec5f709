import { expect, it } from 'vitest'
import { graceAfterRotation, secretGraceWords } from './secret-grace'

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

it('states the documented period in words', () => {
  // Contract, rotate-secret: "1h grace period for both old and new".
  expect(secretGraceWords).toBe('1 hour')
})
