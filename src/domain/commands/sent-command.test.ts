import { describe, expect, it } from 'vitest'
import type { HistoryReading } from './history-coverage'
import {
  type SentCommand,
  awaitedSinceMs,
  knownIdOf,
  ownIdOf,
  recordedWithinMs,
  sentState,
  sentStates,
} from './sent-command'
import type { Command } from '@/api/commands'
import { minuteMs } from '@/lib/instants'

const clickedAtMs = Date.parse('2026-03-01T12:00:00Z')
const settledAtMs = clickedAtMs + 200

const sent = (more: Partial<SentCommand> = {}): SentCommand => ({
  key: 'k1',
  content: { command: 'CHARGE', payload: '{"powerKw": 5}' },
  clickedAtMs,
  settledAtMs,
  seenIds: ['old'],
  recordId: undefined,
  ...more,
})

const row = (more: Partial<Command> = {}): Command => ({
  id: 'new',
  command: 'CHARGE',
  payload: '{"powerKw":5.0}',
  sentAt: '2026-03-01T12:00:00.100Z',
  createdAt: '2026-03-01T12:00:00.050Z',
  ...more,
})
const old = row({ id: 'old', createdAt: '2026-03-01T11:59:50Z' })

function state(commands: Command[], more: Partial<SentCommand> = {}, reading = {}, afterMs = 1000) {
  const nowMs = settledAtMs + afterMs
  const history: HistoryReading = {
    commands,
    hasMore: false,
    unreadableRows: 0,
    readAtMs: nowMs,
    ...reading,
  }
  return sentState(sent(more), history, {
    nowMs,
    serverMs: nowMs,
    waitMs: minuteMs,
    targetKey: 'target',
  })
}

describe('a lost response', () => {
  it('is found in the history by its command and payload', () => {
    expect(state([row(), old])).toMatchObject({
      status: 'waiting',
      record: { id: 'new' },
      ids: ['new'],
    })
  })

  it.each([
    ['of another command', { command: 'HOLD' }],
    ['with another payload', { payload: '{"powerKw":6}' }],
    ['that was there before', { id: 'old' }],
    ['for another sub-device', { others: new Map([['target', 'BAT2']]) }],
    ['from long before the click', { createdAt: '2026-03-01T11:54:59Z' }],
  ])('is not confused with one %s', (_what, more) => {
    expect(state([row(more)])).toMatchObject({ status: 'unknown', record: undefined, ids: [] })
  })

  it('counts as not recorded only after half a minute', () => {
    expect(state([old], {}, {}, recordedWithinMs - 1)).toMatchObject({
      status: 'unknown',
      gap: 'checking',
    })
    expect(state([old], {}, {}, recordedWithinMs)).toMatchObject({
      status: 'not-recorded',
      gap: undefined,
    })
  })

  it('is found even when it is recorded later', () => {
    expect(state([row(), old], {}, {}, 10 * minuteMs)).toMatchObject({ status: 'no-answer' })
  })

  it('stays unknown when the history before it was not read', () => {
    expect(state([row()], { seenIds: undefined }, {}, minuteMs)).toMatchObject({
      status: 'unknown',
      gap: 'not-read-before',
    })
  })

  it('stays unknown when the page doesn’t reach back to known commands', () => {
    const page = { hasMore: true }
    expect(state([row({ command: 'HOLD' })], {}, page, minuteMs)).toMatchObject({
      gap: 'not-covered',
    })
    const known = { seenIds: ['old', 'older'] }
    const older = row({ id: 'older', createdAt: '2026-03-01T11:59:40Z' })
    expect(state([old, older], known, page, minuteMs)).toMatchObject({ status: 'not-recorded' })
    expect(state([older, old], known, page, minuteMs)).toMatchObject({ gap: 'not-covered' })
  })

  it('is not judged by a reading from before its end', () => {
    expect(state([row()], {}, { readAtMs: settledAtMs })).toMatchObject({ gap: 'checking' })
  })
})

describe('a request whose end is not known here', () => {
  const running = { settledAtMs: undefined }

  it('is found as soon as the history shows it', () => {
    expect(state([row()], running)).toMatchObject({ status: 'waiting', ids: ['new'] })
  })

  it('is being sent for as long as a request can take, and only then sought in vain', () => {
    const statusAfter = (seconds: number) => state([old], running, {}, 1000 * seconds).status
    expect([1, 34, 36, 60, 70].map(statusAfter)).toEqual([
      'sending',
      'sending',
      'unknown',
      'unknown',
      'not-recorded',
    ])
  })
})

describe('a refused request', () => {
  const refused = { refusal: 'Unknown command' }

  it('is refused as soon as one reading doesn’t show it', () => {
    expect(state([old], refused)).toMatchObject({ status: 'refused', gap: undefined })
    expect(state([old], refused, { readAtMs: settledAtMs })).toMatchObject({ gap: 'checking' })
    expect(state([], { ...refused, seenIds: undefined })).toMatchObject({ gap: 'not-read-before' })
    expect(state([], refused, { hasMore: true })).toMatchObject({ gap: 'not-covered' })
  })

  it('is recorded after all when the history shows it', () => {
    expect(state([row(), old], refused)).toMatchObject({ status: 'waiting', ids: ['new'] })
  })
})

it('has no missing answer without a reading that shows it', () => {
  const readAtMs = settledAtMs + 1000
  expect(state([row()], {}, { readAtMs }, 10 * minuteMs)).toMatchObject({ status: 'waiting' })
})

it('is found by its target where the history names one', () => {
  const toBattery = { content: { command: 'CHARGE', payload: '{"powerKw":5}', target: 'BAT1' } }
  expect(state([row({ others: new Map([['target', 'BAT1']]) })], toBattery)).toMatchObject({
    ids: ['new'],
  })
  expect(state([row()], toBattery)).toMatchObject({ ids: ['new'] })
})

it('counts every record of one click', () => {
  const later = row({ id: 'b', createdAt: '2026-03-01T12:00:00.150Z' })
  const twice = [later, row({ id: 'a' }), old]
  expect(state([row({ id: 'a' }), later, old])).toMatchObject({ record: { id: 'a' } })
  expect(state(twice)).toMatchObject({ ids: ['b', 'a'], record: { id: 'a' } })
  expect(state(twice, { recordId: 'b' })).toMatchObject({ ids: ['b', 'a'], record: { id: 'b' } })
})

it('stays accepted when the page doesn’t list it, or no page could be read', () => {
  const known = { recordId: 'r' }
  expect(state([old], known, { hasMore: true })).toMatchObject({
    status: 'accepted',
    gap: 'not-listed',
  })
  expect(state([], known, { readAtMs: 0 })).toMatchObject({ status: 'accepted', ids: ['r'] })
})

it('doesn’t count an equal command that came after the response', () => {
  const later = row({ id: 'later', createdAt: '2026-03-01T12:00:05.300Z' })
  expect(state([later, row()], { recordId: 'new' })).toMatchObject({ ids: ['new'] })
  expect(state([later, row()])).toMatchObject({ ids: ['new'] })
  expect(state([later])).toMatchObject({ ids: ['later'] })
})

it('keeps the record that was once found by its content', () => {
  const answered = row({ payload: null })
  expect(state([answered], { matchedId: 'new' })).toMatchObject({ ids: ['new'] })
})

it('finds a recorded command by its ID, whatever its content', () => {
  const answered = row({
    id: 'r',
    payload: null,
    responseStatus: 'OK',
    ackedAt: '2026-03-01T12:00:01Z',
  })
  expect(state([answered], { recordId: 'r', seenIds: undefined })).toMatchObject({
    status: 'ok',
    ids: ['r'],
  })
})

describe('equal commands of this browser', () => {
  const judge = (sents: SentCommand[], commands: Command[]) => {
    const nowMs = settledAtMs + minuteMs
    const history = { commands, hasMore: false, unreadableRows: 0, readAtMs: nowMs }
    const judgement = { nowMs, serverMs: nowMs, waitMs: 2 * minuteMs, targetKey: null }
    return sentStates(sents, history, judgement).map(({ status, ids }) => [status, ...ids])
  }

  it('share no record: one that came after both belongs to the later', () => {
    const [later, earlier] = [sent({ key: 'k2' }), sent({ key: 'k1' })]
    expect(judge([later, earlier], [row({ id: 'x' })])).toEqual([
      ['waiting', 'x'],
      ['not-recorded'],
    ])
  })

  it('are told apart by the history that was read between them', () => {
    const later = sent({ key: 'k2', seenIds: ['old', 'x'] })
    expect(judge([later, sent()], [row({ id: 'x' }), old])).toEqual([
      ['not-recorded'],
      ['waiting', 'x'],
    ])
  })

  it('keep the records that their responses named', () => {
    const earlier = sent({ key: 'k1', recordId: 'x' })
    expect(judge([sent({ key: 'k2' }), earlier], [row({ id: 'x' })])).toEqual([
      ['not-recorded'],
      ['waiting', 'x'],
    ])
  })
})

it('finds its record by its response first, then by an earlier match, then by the latest reading', () => {
  const shown = { record: row({ id: 'read' }) }
  const ids = (more: Partial<SentCommand>) => [knownIdOf(sent(more)), ownIdOf(sent(more), shown)]
  expect(ids({ recordId: 'named', matchedId: 'matched' })).toEqual(['named', 'named'])
  expect(ids({ matchedId: 'matched' })).toEqual(['matched', 'matched'])
  expect(ids({})).toEqual([undefined, 'read'])
  expect(ownIdOf(sent(), { record: undefined })).toBeUndefined()
})

it.each([
  [row(), 100],
  [row({ sentAt: null }), 50],
  [row({ sentAt: null, createdAt: null }), 0],
  [undefined, 0],
])('waits for an answer to %j since %i ms after the click', (record, ms) => {
  expect(awaitedSinceMs(sent(), { record }) - clickedAtMs).toBe(ms)
})
