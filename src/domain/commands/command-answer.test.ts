import { expect, it } from 'vitest'
import {
  answerMessage,
  answerOf,
  commandNote,
  isAnswered,
  responseStatusText,
} from './command-answer'
import type { Command } from '@/api/commands'

const sentAt = '2026-03-01T12:00:00Z'
const command = (more: Partial<Command> = {}): Command => ({
  id: 'c1',
  command: 'reboot',
  sentAt,
  ...more,
})

it.each<[string, Partial<Command>, string, string | undefined]>([
  ['no acknowledgement', {}, 'none', 'No acknowledgement recorded'],
  [
    'a response without a time',
    { responseStatus: 'OK' },
    'untimed',
    'Acknowledged, time not stated. Response: OK',
  ],
  [
    'a response with an unreadable status',
    { unreadable: ['responseStatus'] },
    'untimed',
    'Acknowledged, time not stated. The response status is unreadable',
  ],
  [
    'a prompt acknowledgement',
    { ackedAt: '2026-03-01T12:00:01.500Z', responseStatus: 'OK' },
    'prompt',
    'Acknowledged after 1.5 s. Response: OK',
  ],
  ['an acknowledgement after a minute', { ackedAt: '2026-03-01T12:01:00Z' }, 'separate', undefined],
  ['an acknowledgement before sending', { ackedAt: '2026-03-01T11:59:00Z' }, 'separate', undefined],
  ['an unreadable acknowledgement', { unreadable: ['ackedAt'] }, 'separate', undefined],
  [
    'an acknowledgement of a command without a time',
    { sentAt: null, ackedAt: sentAt },
    'separate',
    undefined,
  ],
])('reads %s', (_what, more, kind, note) => {
  expect(answerOf(command(more)).kind).toBe(kind)
  expect(isAnswered(command(more))).toBe(kind !== 'none')
  expect(commandNote(command(more))).toBe(note)
})

it.each<[Partial<Command>, string]>([
  [{}, 'No response status'],
  [{ responseStatus: 'E42' }, 'Response: E42'],
  [{ unreadable: ['responseStatus'] }, 'The response status is unreadable'],
])('puts the response status of %j in words', (more, text) => {
  expect(responseStatusText(command(more))).toBe(text)
})

it.each([
  ['{"st":"ERROR","err":"BUSY","msg":"restarting"}', 'BUSY: restarting'],
  ['{"st":"OK","msg":"limited to 40 kW"}', 'limited to 40 kW'],
  ['{"err":5,"msg":""}', undefined],
  ['["err"]', undefined],
  ['{', undefined],
  [null, undefined],
])('reads what the plant says in %s', (response, message) => {
  expect(answerMessage({ response })).toBe(message)
})
