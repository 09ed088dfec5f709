import { expect, it } from 'vitest'
import type { CommandsSearch } from './commands-search'
import { historyExport } from './history-export'
import type { Command } from '@/api/commands'
import { historyRows } from '@/domain/commands/history-rows'

const readAtMs = Date.UTC(2026, 10, 22, 10)
const sentAt = '2026-11-22T09:00:00Z'
const createdAt = '2026-11-22T08:59:59Z'
const ackedAt = '2026-11-22T09:00:01.500Z'
const times = { readAtMs, exportedAtMs: readAtMs + 60_000, waitMs: 60_000 }

const command = (id: string, more: Partial<Command> = {}): Command => ({
  id,
  command: 'CHARGE',
  payload: '{ "kw": 30.0 }',
  sentAt,
  createdAt,
  ...more,
})

function tableOf(commands: Command[], search: CommandsSearch = {}, hasTarget = true) {
  const targetKey = hasTarget ? 'target' : null
  return historyExport({
    plant: { id: 'p1', name: 'BESS Chomutov', serialNumber: 'A/1' },
    rows: historyRows(commands, { readAtMs, waitMs: 60_000, targetKey, ownIds: new Set(['c1']) }),
    page: {
      data: [...commands, command('filtered out')],
      unreadableRows: 2,
      meta: { total: 312, totalPages: 7, hasNext: true },
    },
    hasTarget,
    search,
    times,
  })
}

it('states the plant, the filter in words, what is loaded, and the time of reading', () => {
  const search = { page: 2, answer: 'none', name: ' char ', mine: true } as const
  const { fileName, about, rowCount } = tableOf([command('c1')], search)
  expect(fileName).toBe('commands-BESS-Chomutov-2026-11-22')
  expect(rowCount).toBe(1)
  expect(about.map(({ label, text }) => `${label}: ${text}`)).toEqual([
    'Plant: BESS Chomutov',
    'Serial number: A/1',
    'Filter: Command contains: char, Answer: Without an answer, Sent from this browser',
    'Rows: 1 of 312 commands',
    'Data as of: 2026-11-22 10:00:00 UTC',
    'Exported: 2026-11-22 10:01:00 UTC',
    'Loaded: Page 2 of the history: 2 commands',
    'No answer yet: After 60 s without an answer',
    'Couldn’t be read: 2 more',
  ])
})

it('writes payload and response as sent, and distinguishes missing from unreadable', () => {
  const answered = command('c1', {
    cmdId: 'k1',
    responseStatus: 'BUSY',
    response: '{"n":9007199254740993}',
    ackedAt,
    others: new Map([['target', 'BAT-1']]),
  })
  const lost = command('c2', {
    command: '',
    payload: null,
    others: new Map([['target', 7]]),
    unreadable: ['command', 'payload', 'sentAt', 'ackedAt'],
  })
  const [sentMs, createdMs, ackedMs] = [sentAt, createdAt, ackedAt].map((time) => Date.parse(time))
  const { columns, rows } = tableOf([answered, command('c3', { payload: null }), lost])
  expect([...rows]).toEqual([
    [
      sentMs,
      'CHARGE',
      'BAT-1',
      '{ "kw": 30.0 }',
      'Acknowledged: BUSY',
      'BUSY',
      '{"n":9007199254740993}',
      1.5,
      'This browser',
      createdMs,
      ackedMs,
      'k1',
      'c1',
    ],
    [
      sentMs,
      'CHARGE',
      undefined,
      null,
      'No answer yet',
      undefined,
      undefined,
      undefined,
      'Not stated',
      createdMs,
      null,
      undefined,
      'c3',
    ],
    [
      'unreadable',
      'unreadable',
      'unreadable',
      'unreadable',
      'Acknowledged: no status',
      undefined,
      undefined,
      'unreadable',
      'Not stated',
      createdMs,
      'unreadable',
      undefined,
      'c2',
    ],
  ])
  expect(columns).toHaveLength(13)
})

it('has no column for the target when the config names none', () => {
  const { columns, rows } = tableOf([command('c1')], {}, false)
  expect(columns.map(({ heading }) => heading)).not.toContain('Target')
  expect([...rows][0]).toHaveLength(columns.length)
})
