import { expect, test } from 'vitest'
import { untilNextReadingMs } from './next-reading'
import { deviceNow } from '@/lib/server-clock'

test.each([
  ['at once', 0, 2_000],
  ['after the first check', 10_000, 5_000],
  ['after half a minute', 31_000, false],
])('%s, the next check is due in %s ms', (_when, passedMs, expected) => {
  expect(untilNextReadingMs(deviceNow() - passedMs)).toBe(expected)
})
