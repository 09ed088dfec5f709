import { describe, expect, it } from 'vitest'
import {
  type RunEvidence,
  type RunRequest,
  type RunRow,
  type RunRowState,
  hasPassed,
  isDoubtful,
  isSettled,
  reconcileMs,
  repeatableStates,
  rowState,
} from './run-row'
import { testRequest } from './test-runs'
import { minuteMs, secondMs } from '@/lib/instants'

const answerMs = minuteMs
const clickedMs = Date.parse('2026-03-01T12:00:00Z')
const time = new Date(clickedMs).toISOString()
const row = (change: Partial<RunRow>): RunRow => ({ plantId: 'a', ...change })
const request = (change: Partial<RunRequest> = {}) =>
  testRequest(clickedMs, { settledAtMs: clickedMs, ...change })
const recorded = request({ recordId: 'r' })

/** Evidence that was read `afterMs` after the click, with a record. */
function withRecord(change: object = {}, afterMs = secondMs): RunEvidence {
  const record = { id: 'r', sentAt: time, createdAt: time, ackedAt: null, ...change }
  return { readAtMs: clickedMs + afterMs, recordIds: ['r'], record }
}
const withoutRecord = (afterMs: number, change: Partial<RunEvidence> = {}): RunEvidence => ({
  readAtMs: clickedMs + afterMs,
  recordIds: [],
  ...change,
})
const lifecycle = (status: string, isTarget: boolean) =>
  withoutRecord(secondMs, { lifecycle: { status, isTarget } })
const answer = (responseStatus: string, more = {}) =>
  withRecord({ ackedAt: time, responseStatus, ...more })

describe('rowState', () => {
  const cases: [string, RunRowState, Partial<RunRow>][] = [
    ['nothing', 'not-sent', {}],
    ['its place in a wave', 'not-sent', { wave: 0 }],
    ['an attempt that sent nothing', 'not-sent', { notSent: { reason: 'Offline', atMs: 1 } }],
    ['a drift', 'held-back', { heldBack: { reasons: ['x'], atMs: 1 } }],
    [
      'a drift and, contrary to the rules, a request',
      'unknown',
      { heldBack: { reasons: ['x'], atMs: 1 }, request: request() },
    ],
    ['a request under way', 'sending', { request: request({ settledAtMs: undefined }) }],
    ['a lost response', 'unknown', { request: request() }],
    [
      'a lost response, and a history without it',
      'unknown',
      { request: request(), evidence: withoutRecord(minuteMs * 9) },
    ],
    ['a record', 'waiting', { request: recorded }],
    ['a record that was found', 'waiting', { request: request({ matchedId: 'r' }) }],
    ['a record without an answer', 'waiting', { request: recorded, evidence: withRecord() }],
    [
      'no answer in its time',
      'no-answer',
      { request: recorded, evidence: withRecord({}, answerMs + 1) },
    ],
    [
      'just the time of an answer',
      'waiting',
      { request: recorded, evidence: withRecord({}, answerMs) },
    ],
    [
      'a history that doesn’t list its record, in the time of an answer',
      'waiting',
      { request: recorded, evidence: withoutRecord(answerMs, { gap: 'not-listed' }) },
    ],
    [
      'a history that never listed its record',
      'unknown',
      { request: recorded, evidence: withoutRecord(answerMs + 1, { gap: 'not-listed' }) },
    ],
    [
      'a record without a readable time',
      'no-answer',
      {
        request: recorded,
        evidence: withRecord({ sentAt: null, createdAt: null }, answerMs + reconcileMs + 1),
      },
    ],
    [
      'a record of a clock far ahead',
      'no-answer',
      {
        request: recorded,
        evidence: withRecord(
          { sentAt: new Date(clickedMs + 60 * minuteMs).toISOString() },
          answerMs + reconcileMs + 1,
        ),
      },
    ],
    [
      'readings that were given up before any',
      'unknown',
      { request: { ...recorded, givenUpAtMs: clickedMs + 5 } },
    ],
    [
      'readings that were given up after a record',
      'unknown',
      { request: { ...recorded, givenUpAtMs: clickedMs + 5_000 }, evidence: withRecord() },
    ],
    [
      'a reading after they were given up',
      'waiting',
      { request: { ...recorded, givenUpAtMs: clickedMs + 5 }, evidence: withRecord() },
    ],
    ['OK', 'ok', { request: recorded, evidence: answer('OK') }],
    ['ok in small letters', 'ok', { request: recorded, evidence: answer('ok') }],
    [
      'OK with an error in the response',
      'answered',
      { request: recorded, evidence: answer('OK', { response: '{"err":"busy"}' }) },
    ],
    ['another status', 'answered', { request: recorded, evidence: answer('DONE') }],
    ['an error', 'error', { request: recorded, evidence: answer('ERROR') }],
    [
      'an answer long after its time',
      'ok',
      {
        request: recorded,
        evidence: withRecord({ ackedAt: time, responseStatus: 'OK' }, 9 * answerMs),
      },
    ],
    ['an answer to a lost response', 'ok', { request: request(), evidence: answer('OK') }],
    ['a refusal', 'refused', { request: request({ refusal: 'No.' }) }],
    [
      'a refusal without a text',
      'refused',
      { request: request({ refusal: '' }), evidence: withoutRecord(5) },
    ],
    [
      'a refusal of a copy: the first was recorded',
      'ok',
      { request: request({ refusal: 'No.' }), evidence: answer('OK') },
    ],
    ['a change that is done', 'ok', { request: request({ isDone: true }) }],
    [
      'a change that the plant shows',
      'ok',
      { request: request(), evidence: lifecycle('SUSPENDED', true) },
    ],
    [
      'a refused change that the plant shows',
      'ok',
      { request: request({ refusal: 'No.' }), evidence: lifecycle('SUSPENDED', true) },
    ],
    [
      'a lost change that the plant doesn’t show',
      'unknown',
      { request: request(), evidence: lifecycle('ACTIVE', false) },
    ],
    [
      'a change that is done and that the plant contradicts',
      'unknown',
      { request: request({ isDone: true }), evidence: lifecycle('ACTIVE', false) },
    ],
    [
      'a change that is done, and a lifecycle that can’t be read',
      'ok',
      { request: request({ isDone: true }), evidence: lifecycle('', false) },
    ],
  ]
  it.each(cases)('reads %s as %s', (_what, state, change) => {
    expect(rowState(row(change), answerMs)).toBe(state)
  })

  it('reaches every state', () => {
    expect(new Set(cases.map(([, state]) => state)).size).toBe(10)
  })
})

describe('isSettled', () => {
  const at = (change: Partial<RunRow>, afterMs: number, resumedAfterMs?: number) =>
    isSettled(
      row(change),
      answerMs,
      clickedMs + afterMs,
      resumedAfterMs === undefined ? undefined : clickedMs + resumedAfterMs,
    )
  const held = { reasons: ['x'], atMs: 1 }

  it('holds the wave for what is not sent, being sent and awaited, however long', () => {
    const later = 60 * minuteMs
    expect(at({}, later)).toBe(false)
    expect(at({ request: request({ settledAtMs: undefined }) }, later)).toBe(false)
    expect(at({ request: recorded }, later)).toBe(false)
  })

  it('lets the wave go on after an answer, no answer, or a plant that is held back', () => {
    expect(at({ heldBack: held }, 0)).toBe(true)
    for (const evidence of [
      answer('OK'),
      answer('ERROR'),
      answer('X'),
      withRecord({}, minuteMs * 2),
    ])
      expect(at({ request: recorded, evidence }, 0)).toBe(true)
  })

  it.each([
    ['an unknown outcome', { request: request() }],
    ['a refusal without a reading', { request: request({ refusal: 'No.' }) }],
  ])('gives readings 30 s for %s', (_what, change) => {
    expect(at(change, reconcileMs - 1)).toBe(false)
    expect(at(change, reconcileMs)).toBe(true)
    expect(at(change, reconcileMs, secondMs)).toBe(false)
    expect(at(change, reconcileMs + secondMs, secondMs)).toBe(true)
  })

  it('doesn’t wait for a refusal that a reading has confirmed', () => {
    expect(at({ request: request({ refusal: 'No.' }), evidence: withoutRecord(1) }, 1)).toBe(true)
  })

  it('doesn’t wait for a clock that was set back', () => {
    expect(at({ request: request() }, -60 * minuteMs)).toBe(true)
    expect(hasPassed(10, 5, 14)).toBe(false)
    expect(hasPassed(10, 5, 15)).toBe(true)
  })
})

it('doubts an unknown outcome, and a refusal until it was read', () => {
  const refused = row({ request: request({ refusal: 'No.' }) })
  expect(isDoubtful(row({ request: request() }), 'unknown')).toBe(true)
  expect(isDoubtful(refused, 'refused')).toBe(true)
  expect(isDoubtful({ ...refused, evidence: withoutRecord(1) }, 'refused')).toBe(false)
  expect(isDoubtful(row({ request: recorded }), 'waiting')).toBe(false)
})

it('repeats only what nothing reached', () => {
  expect([...repeatableStates]).toEqual(['not-sent', 'held-back', 'refused'])
})
