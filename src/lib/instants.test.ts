import { expect, test } from 'vitest'
import { readInstant } from './instants'

test.each([
  ['2026-11-21T10:00:00Z', Date.UTC(2026, 10, 21, 10)],
  ['9999-12-31T23:59:59Z', Date.UTC(9999, 11, 31, 23, 59, 59)],
  [1_000, 1_000],
])('reads %s as an instant', (value, ms) => {
  expect(readInstant(value)).toBe(ms)
})

test.each([null, undefined, '', '0000-00-00T00:00:00Z', '0001-01-01T00:00:00Z'])(
  'reads %s as none',
  (value) => {
    expect(readInstant(value)).toBeNull()
  },
)

test.each(['yesterday', '2026-13-45', Number.NaN])('rejects %s as a date', (value) => {
  expect(readInstant(value)).toBeUndefined()
})
