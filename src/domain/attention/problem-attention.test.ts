import { expect, it } from 'vitest'
import { problemAttention } from './problem-attention'
import { printFilter } from '@/domain/fleet/filter-text'

it('filters the list with its own thresholds', () => {
  const lines = Object.entries(problemAttention).map(([key, { place }]) => [
    key,
    printFilter(place),
  ])
  expect(Object.fromEntries(lines)).toMatchObject({
    expired: 'cert:expired',
    'offline-long': 'status:OFFLINE seen>1d',
    silent: 'status:ONLINE seen>2d',
    unseen: 'seen>2d',
    'auth-failures': 'failures>0',
  })
  expect(problemAttention.week.words[1]).toBe('certificates expire within 7 days')
  expect(problemAttention.month.words[1]).toBe('certificates expire in 7 to 30 days')
})
