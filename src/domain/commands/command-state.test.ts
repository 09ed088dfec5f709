import { expect, it } from 'vitest'
import { commandNote, commandReading, responseStatusText } from './command-state'
import type { Command } from '@/api/commands'

const sentAt = '2026-03-01T12:00:00Z'
const command = (more: Partial<Command> = {}): Command => ({
  id: 'c1',
  command: 'reboot',
  sentAt,
  ...more,
})

it.each<[string, Partial<Command>, string, string | undefined]>([
  ['no acknowledgement', {}, 'unacknowledged', 'No acknowledgement recorded'],
  [
    'a response without a time',
    { responseStatus: 'OK' },
    'untimed-response',
    'Response: OK, without a time',
  ],
  [
    'a prompt acknowledgement',
    { ackedAt: '2026-03-01T12:00:01.500Z', responseStatus: 'OK' },
    'acknowledged',
    'Acknowledged after 1.5 s. Response: OK',
  ],
  ['an acknowledgement after a minute', { ackedAt: '2026-03-01T12:01:00Z' }, 'late', undefined],
  ['an acknowledgement before sending', { ackedAt: '2026-03-01T11:59:00Z' }, 'late', undefined],
  ['an unreadable acknowledgement', { unreadable: ['ackedAt'] }, 'late', undefined],
  [
    'an acknowledgement of a command without a time',
    { sentAt: null, ackedAt: sentAt },
    'late',
    undefined,
  ],
])('reads %s', (_what, more, state, note) => {
  expect(commandReading(command(more)).state).toBe(state)
  expect(commandNote(command(more))).toBe(note)
})

it.each<[Partial<Command>, string]>([
  [{}, 'No response status'],
  [{ responseStatus: 'E42' }, 'Response: E42'],
  [{ unreadable: ['responseStatus'] }, 'The response status is unreadable'],
])('puts the response status of %j in words', (more, text) => {
  expect(responseStatusText(command(more))).toBe(text)
})
