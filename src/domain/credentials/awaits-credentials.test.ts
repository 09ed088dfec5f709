import { expect, it } from 'vitest'
import { awaitsCredentials } from './awaits-credentials'

const pending = { lifecycleStatus: 'PENDING' }

it.each([
  ['a plant that was just created', pending, true],
  ['one with empty members', { ...pending, certificateSerialNumber: null }, true],
  ['one with a certificate', { ...pending, certificateSerialNumber: '0F' }, false],
  ['one with a rotated secret', { ...pending, secretRotatedAt: '2026-01-01T00:00:00Z' }, false],
  ['one with an unreadable expiry', { ...pending, unreadable: ['certificateExpiresAt'] }, false],
  ['one in another state', { lifecycleStatus: 'PROVISIONED' }, false],
  ['one in an unknown state', { lifecycleStatus: 'FROZEN' }, false],
])('answers for %s', (_, plant, expected) => {
  expect(awaitsCredentials(plant)).toBe(expected)
})
