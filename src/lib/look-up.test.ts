import { expect, test } from 'vitest'
import { isKeyOf, lookUp } from './look-up'

test('returns the entry of a known key', () => {
  expect(lookUp({ a: 1, b: 0 }, 'b')).toBe(0)
})

test.each(['c', '', 'toString', '__proto__', 'constructor'])('returns undefined for %j', (key) => {
  expect(lookUp({ a: 1 }, key)).toBeUndefined()
})

test.each([
  ['a', true],
  ['b', false],
  ['toString', false],
])('accepts only keys of the table: %s', (key, isKey) => {
  expect(isKeyOf({ a: undefined }, key)).toBe(isKey)
})
