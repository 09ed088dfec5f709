import { expect, it } from 'vitest'
import { seenBucket, seenWords } from './last-contact'
import { dayMs, hourMs } from '@/lib/instants'

const nowMs = Date.parse('2026-11-28T12:00:00Z')

it.each([
  [-hourMs, 'hour'],
  [0, 'hour'],
  [hourMs, 'hour'],
  [hourMs + 1, 'day'],
  [dayMs, 'day'],
  [dayMs + 1, 'week'],
  [7 * dayMs, 'week'],
  [7 * dayMs + 1, 'older'],
])('puts a contact %d ms ago into %s', (agoMs, bucket) => {
  expect(seenBucket(nowMs - agoMs, nowMs)).toBe(bucket)
})

it('distinguishes a plant that has never connected from one whose last contact is unreadable', () => {
  expect(seenBucket(null, nowMs)).toBe('never')
  expect(seenBucket(undefined, nowMs)).toBe('unreadable')
  expect(Object.keys(seenWords)).toContain('never')
})
