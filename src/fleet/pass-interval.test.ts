import { expect, it } from 'vitest'
import { passIntervalMs } from './pass-interval'

it.each([
  [240, 15_000],
  [1_500, 15_000],
  [3_000, 30_000],
  [100_000, 1_000_000],
])('reads a list of %d plants every %d ms, at 600 requests per minute', (plants, wantedMs) => {
  expect(passIntervalMs(15_000, plants, 600)).toBe(wantedMs)
})
