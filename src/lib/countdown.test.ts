import { expect, it } from 'vitest'
import { countdown } from './countdown'

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
