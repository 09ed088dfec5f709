import { expect, test } from 'vitest'
import { callsTodayText, whoBreaks } from './credential-use'

const nowMs = Date.UTC(2026, 10, 22, 10)
const credentials = (lastUsedAt: string | null, callsToday: number | null = null) => ({
  clientUsername: 'ada.api',
  issuedAt: '2026-11-01T00:00:00Z',
  lastUsedAt,
  callsToday,
})

test.each([
  [null, 'info', 'never been used'],
  ['0001-01-01T00:00:00Z', 'info', 'never been used'],
  ['2026-11-22T09:59:48Z', 'danger', 'They are in use'],
  ['2026-11-20T09:59:48Z', 'warn', 'a day or longer'],
  ['soon', 'warn', 'unreadable'],
])('credentials last used at %s break with tone %s: %s', (lastUsedAt, tone, part) => {
  const breakage = whoBreaks(credentials(lastUsedAt), nowMs)
  expect(breakage.tone).toBe(tone)
  expect(breakage.text).toContain(part)
})

test.each([
  [340, '340 calls today'],
  [1, '1 call today'],
  [0, '0 calls today'],
  [null, undefined],
])('a count of %s reads “%s”', (calls, words) => {
  expect(callsTodayText(credentials(null, calls))).toBe(words)
})
