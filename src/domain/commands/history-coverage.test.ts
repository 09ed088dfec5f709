import { expect, it } from 'vitest'
import { type HistoryReading, coverageGap } from './history-coverage'
import type { Command } from '@/api/commands'

const row = (id: string, second: number, more: Partial<Command> = {}): Command => ({
  id,
  command: 'HOLD',
  createdAt: `2026-03-01T12:00:0${second}Z`,
  ...more,
})
const [older, old, fresh] = [row('older', 1), row('old', 2), row('new', 3)]
const gap = (commands: Command[], more: Partial<HistoryReading> = {}) =>
  coverageGap({ commands, hasMore: true, unreadableRows: 0, readAtMs: 0, ...more }, [
    'old',
    'older',
  ])

it('covers with a history of one page, in any order', () => {
  expect(gap([old, fresh], { hasMore: false })).toBeUndefined()
  expect(gap([], { hasMore: false })).toBeUndefined()
})

it('covers with a page that lists the latest first, back to a known row', () => {
  expect(gap([fresh, old])).toBeUndefined()
  expect(gap([fresh, old, older])).toBeUndefined()
  const bySending = [
    row('new', 3, { sentAt: '2026-03-01T12:00:09Z' }),
    row('old', 4, { sentAt: '2026-03-01T12:00:05Z' }),
  ]
  expect(gap(bySending)).toBeUndefined()
})

it.each<[string, Command[]]>([
  ['doesn’t reach a known row', [row('b', 5), row('a', 4)]],
  ['lists the earliest first', [older, old]],
  ['has no order', [old, fresh, older]],
  ['has equal times', [row('old', 2), row('older', 2)]],
  ['has one row', [old]],
  ['has a row without a time', [fresh, row('x', 0, { createdAt: null }), old]],
  ['begins with a row without a time', [row('x', 0, { createdAt: null }), fresh, old]],
])('doesn’t cover with a page that %s while there are more', (_what, commands) => {
  expect(gap(commands)).toBe('not-covered')
})

it('shows nothing missing when a new row can’t be read', () => {
  expect(gap([row('x', 3, { unreadable: ['command'] }), old])).toBe('not-readable')
  expect(gap([row('x', 3, { unreadable: ['payload'] }), old])).toBe('not-readable')
  expect(gap([fresh, row('old', 2, { unreadable: ['payload'] })])).toBeUndefined()
  expect(gap([fresh, old], { unreadableRows: 1 })).toBe('not-readable')
})

it('shows nothing missing when the history wasn’t read before', () => {
  const reading = { commands: [], hasMore: false, unreadableRows: 0, readAtMs: 0 }
  expect(coverageGap(reading, undefined)).toBe('not-read-before')
})
