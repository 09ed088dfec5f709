import { expect, it } from 'vitest'
import { offlineDelayMs, pendingDelayMs } from './further-attention'
import { problemAttention } from './problem-attention'
import { printFilter } from '@/domain/fleet/filter-text'
import { dayMs } from '@/lib/instants'

it('states its limit for pending plants in words and in the filter', () => {
  const { words, place } = problemAttention.pending
  expect(words[0]).toContain('over 7 days')
  expect(printFilter(place)).toBe('created>7d cert:none')
  expect(pendingDelayMs).toBe(7 * dayMs)
})

it('waits for a plant that is offline for less time than the list takes to call it long', () => {
  expect(offlineDelayMs).toBeLessThan(dayMs)
})
