import { expect, test } from 'vitest'
import { parseInstant } from './instants'

test.each([
  ['2026-11-21T10:00:00Z', Date.UTC(2026, 10, 21, 10)],
  ['9999-12-31T23:59:59Z', Date.UTC(9999, 11, 31, 23, 59, 59)],
  ['0001-01-01T00:00:00Z', Date.parse('0001-01-01T00:00:00Z')],
])('%s is an instant', (text, ms) => {
  expect(parseInstant(text)).toBe(ms)
})

test.each([null, undefined, '', 'yesterday', '0000-00-00T00:00:00Z', '2026-13-45'])(
  '%s is none',
  (text) => {
    expect(parseInstant(text)).toBeUndefined()
  },
)
