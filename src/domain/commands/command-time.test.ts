import { describe, expect, it } from 'vitest'
import { commandTimeMs, shownTimeMember } from './command-time'
import type { Command } from '@/api/commands'

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
