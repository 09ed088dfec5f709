import { expect, it } from 'vitest'
import { canReturn, hasReturned } from './plant-return'

it.each([
  ['ONLINE', 'ACTIVE', false],
  ['DEGRADED', 'ACTIVE', false],
  ['OFFLINE', 'ACTIVE', true],
  ['UNKNOWN', 'ACTIVE', true],
  ['ASLEEP', 'ACTIVE', true],
  ['OFFLINE', 'REVOKED', false],
  ['OFFLINE', 'DECOMMISSIONED', false],
  ['OFFLINE', 'SUSPENDED', true],
  ['OFFLINE', 'PENDING', true],
])('may a plant that is %s and %s return: %s', (status, lifecycleStatus, expected) => {
  expect(canReturn({ status, lifecycleStatus })).toBe(expected)
})

it.each([
  ['ONLINE', 1001, true],
  ['DEGRADED', 1001, true],
  ['OFFLINE', 1001, false],
  ['UNKNOWN', 1001, false],
  ['ONLINE', 1000, false],
  ['ONLINE', 999, false],
])(
  'has a plant returned that is %s at %d ms, awaited since 1000 ms: %s',
  (status, readAtMs, expected) => {
    expect(hasReturned({ status }, { readAtMs, sinceMs: 1000 })).toBe(expected)
  },
)

it('has not returned before the first reading', () => {
  expect(hasReturned(undefined, { readAtMs: 1001, sinceMs: 1000 })).toBe(false)
})
