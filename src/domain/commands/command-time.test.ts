import { describe, expect, it } from 'vitest'
import { commandAgeMs, commandTimeMs, latestFirst, shownTimeMember } from './command-time'
import type { Command } from '@/api/commands'
import { clockToleranceMs } from '@/lib/server-clock'

const [recorded, sent] = ['2026-03-01T12:00:00Z', '2026-03-01T12:00:02Z']
const [recordedMs, sentMs] = [recorded, sent].map((time) => Date.parse(time))
const command = (more: Partial<Command>): Command => ({
  id: 'c1',
  command: 'HOLD',
  createdAt: recorded,
  sentAt: sent,
  ...more,
})

describe('commandTimeMs', () => {
  it.each<[string, Partial<Command>, number | undefined, number | undefined]>([
    ['both times', {}, sentMs, recordedMs],
    ['no send time', { sentAt: null }, recordedMs, recordedMs],
    ['an invalid send time', { sentAt: 'soon' }, recordedMs, recordedMs],
    ['no recording time', { createdAt: null }, sentMs, sentMs],
    ['an invalid recording time', { createdAt: 'soon' }, sentMs, sentMs],
    ['the zero date as send time', { sentAt: '0001-01-01T00:00:00Z' }, recordedMs, recordedMs],
    ['no time', { sentAt: null, createdAt: 'soon' }, undefined, undefined],
  ])('reads a command with %s', (_what, more, atMs, recordAtMs) => {
    expect(commandTimeMs(command(more))).toBe(atMs)
    expect(commandTimeMs(command(more), 'createdAt')).toBe(recordAtMs)
  })
})

it.each<[string, Partial<Command>, string]>([
  ['a send time', {}, 'sentAt'],
  ['an invalid send time', { sentAt: 'soon' }, 'sentAt'],
  ['an unreadable send time', { sentAt: null, unreadable: ['sentAt'] }, 'sentAt'],
  ['no send time', { sentAt: null }, 'createdAt'],
  ['the zero date as send time', { sentAt: '0001-01-01T00:00:00Z' }, 'createdAt'],
])('shows of a command with %s its %s', (_what, more, member) => {
  expect(shownTimeMember(command(more))).toBe(member)
})

it.each([
  ['in the past', 5000, 5000],
  ['now', 0, 0],
  ['ahead by less than clocks differ', -clockToleranceMs, 0],
  ['further ahead', -clockToleranceMs - 1, undefined],
])('gives a command that was sent %s an age', (_what, afterMs, ageMs) => {
  expect(commandAgeMs(command({}), Date.parse(sent) + afterMs)).toBe(ageMs)
})

it('gives a command without a time no age', () => {
  expect(commandAgeMs(command({ sentAt: null, createdAt: null }), 0)).toBeUndefined()
})

it('sorts commands latest first, whatever their order, and those without a time last', () => {
  const rows = [
    command({ id: 'none', sentAt: null, createdAt: null }),
    command({ id: 'old', sentAt: recorded }),
    command({ id: 'none too', sentAt: null, createdAt: null }),
    command({ id: 'new' }),
  ]
  expect(latestFirst(rows).map(({ id }) => id)).toEqual(['new', 'old', 'none', 'none too'])
})
