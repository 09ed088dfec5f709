import { expect, it } from 'vitest'
import { isLaterReading } from './later-reading'

it.each([
  ['a millisecond before', 999, false],
  ['in the same millisecond', 1_000, false],
  ['a millisecond after', 1_001, true],
  ['never', 0, false],
])('a reading that arrived %s the moment counts as later: %#', (_when, readAtMs, isLater) => {
  expect(isLaterReading(readAtMs, 1_000)).toBe(isLater)
})
