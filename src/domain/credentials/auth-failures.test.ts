import { expect, test } from 'vitest'
import { areFailuresRecent } from './auth-failures'
import { dayMs } from '@/lib/instants'

const nowMs = Date.UTC(2026, 10, 28, 12)
const daysAgo = (days: number) => new Date(nowMs - days * dayMs).toISOString()

test.each<[string, number, number | undefined, boolean]>([
  ['within a week', 6.9, 1, true],
  ['a week ago', 7, 1, false],
  ['long ago, but after the last contact', 30, 31, true],
  ['long ago, before the last contact', 31, 30, false],
  ['long ago, without any contact', 30, undefined, false],
])('a failure %s is recent: %d, %s, %s', (_what, failed, seen, isRecent) => {
  const plant = {
    lastAuthFailureAt: daysAgo(failed),
    lastSeenAt: seen === undefined ? null : daysAgo(seen),
  }
  expect(areFailuresRecent(plant, nowMs)).toBe(isRecent)
})

test.each([null, undefined, 'yesterday'])('a failure at %s is not recent', (lastAuthFailureAt) => {
  expect(areFailuresRecent({ lastAuthFailureAt, lastSeenAt: null }, nowMs)).toBe(false)
})
