import { describe, expect, it } from 'vitest'
import { filterRows, historyRows, isFiltering, otherAnswerText, roundTripOf } from './history-rows'
import type { Command } from '@/api/commands'

const sentAt = '2026-03-01T12:00:00Z'
const readAtMs = Date.parse('2026-03-01T12:10:00Z')
const command = (id: string, more: Partial<Command> = {}): Command => ({
  id,
  command: 'GET_INFO',
  sentAt,
  ...more,
})

const commands = [
  command('ok', { responseStatus: 'OK', others: new Map([['target', 'BAT-1']]) }),
  command('error', { command: 'reboot', responseStatus: 'ERROR' }),
  command('busy', { responseStatus: 'BUSY' }),
  command('late', {}),
  command('new', { sentAt: '2026-03-01T12:09:50Z' }),
  command('lost', { command: '', unreadable: ['command'] }),
]

const circumstances = { readAtMs, waitMs: 60_000, targetKey: 'target', ownIds: new Set(['error']) }
const rows = historyRows(commands, circumstances)
const ids = (filter: Parameters<typeof filterRows>[1]) =>
  filterRows(rows, filter).map((row) => row.command.id)

describe('historyRows', () => {
  it('judges every command at the time of the reading, in the server’s order', () => {
    expect(rows.map(({ status, target, isOwn }) => [status, target, isOwn])).toEqual([
      ['ok', 'BAT-1', false],
      ['error', undefined, true],
      ['answered', undefined, false],
      ['no-answer', undefined, false],
      ['waiting', undefined, false],
      ['no-answer', undefined, false],
    ])
  })
})

describe('filterRows', () => {
  it.each([
    [{}, ['ok', 'error', 'busy', 'late', 'new', 'lost']],
    [{ answer: 'ok' }, ['ok']],
    [{ answer: 'error' }, ['error']],
    [{ answer: 'other' }, ['busy']],
    [{ answer: 'none' }, ['late', 'new', 'lost']],
    [{ name: ' REB' }, ['error']],
    [{ name: 'info', answer: 'none' }, ['late', 'new']],
    [{ mine: true }, ['error']],
  ] as const)('shows for %o the commands %o', (filter, expected) => {
    expect(ids(filter)).toEqual(expected)
    expect(isFiltering(filter)).toBe(expected.length < rows.length)
  })
})

it.each<[string, Partial<Command>, ReturnType<typeof roundTripOf>]>([
  ['an answer', { responseStatus: 'OK', ackedAt: '2026-03-01T12:00:01.250Z' }, 1.25],
  ['no answer', {}, undefined],
  ['an answer without a time', { responseStatus: 'OK' }, 'unknown'],
  ['an answer to a command without a time', { sentAt: null, ackedAt: sentAt }, 'unknown'],
  ['an answer before the command', { ackedAt: '2026-03-01T11:00:00Z' }, 'contradictory times'],
  ['an unreadable time', { responseStatus: 'OK', unreadable: ['ackedAt'] }, 'unreadable'],
])('gives the round trip of %s', (_what, more, roundTrip) => {
  expect(roundTripOf(command('c', more))).toBe(roundTrip)
})

it.each<[Partial<Command>, string | undefined]>([
  [{ responseStatus: 'BUSY' }, 'BUSY'],
  [{ ackedAt: sentAt }, 'no status'],
  [{ responseStatus: 'ok', response: '{"err":"x"}' }, 'ok, but the response has an error'],
  [{ responseStatus: 'OK' }, undefined],
  [{}, undefined],
  [{ unreadable: ['responseStatus'] }, undefined],
])('describes the response of %o', (more, text) => {
  const [row] = historyRows([command('c', more)], circumstances)
  expect(row && otherAnswerText(row)).toBe(text)
})
