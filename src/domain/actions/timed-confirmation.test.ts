import { describe, expect, it } from 'vitest'
import {
  confirmationLeftMs,
  confirmedUntilMs,
  expiredText,
  timedObstacleAt,
} from './timed-confirmation'

const askedAtMs = 100_000

it.each([
  [100_000, 30_000],
  [129_999, 1],
  [130_000, 0],
  [130_001, undefined],
])('has at %d ms %s ms left of the 30 s', (nowMs, leftMs) => {
  expect(confirmationLeftMs(askedAtMs, nowMs)).toBe(leftMs)
})

it('sends nothing later than it expires', () => {
  expect(confirmedUntilMs(askedAtMs)).toBe(130_000)
  expect(expiredText).toContain('after 30 s')
})

describe('timedObstacleAt', () => {
  const confirmation = { askedAtMs, isRead: true, isShownLong: true }
  const expired = expiredText
  const loading = 'Loading the latest state.'

  it.each([
    ['none at its end', {}, null, 130_000, null],
    ['the expiry after its end', {}, null, 130_001, expired],
    ['the expiry before any other', {}, 'No.', 130_001, expired],
    ['another one before the loading', { isRead: false }, 'No.', 101_000, 'No.'],
    ['the loading', { isRead: false }, null, 101_000, loading],
    ['the loading when it was hardly shown', { isShownLong: false }, null, 101_000, loading],
  ])('reports %s', (_what, more, other, atMs, expected) => {
    expect(timedObstacleAt({ ...confirmation, ...more }, other, atMs)).toBe(expected)
  })
})
