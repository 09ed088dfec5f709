import { describe, expect, it } from 'vitest'
import { type RunRow, rowState } from './run-row'
import { stateText } from './run-state-text'
import { testRequest } from './test-runs'
import { minuteMs } from '@/lib/instants'

const time = (second: string) => `2026-03-01T12:00:${second}Z`
const clickedAtMs = Date.parse(time('00'))
const request = testRequest(clickedAtMs, { settledAtMs: clickedAtMs })
const record = {
  id: 'r',
  sentAt: time('00'),
  createdAt: time('00'),
  ackedAt: time('02.5'),
  responseStatus: 'OK',
}
const reading = { readAtMs: clickedAtMs + 3_000, recordIds: ['r'] }
const row = (part: Partial<RunRow>): RunRow => ({ plantId: 'p', ...part })
const textOf = (part: Partial<RunRow>) => stateText(row(part), rowState(row(part), minuteMs))

it('says why nothing was sent', () => {
  expect(textOf({})).toBe('')
  expect(textOf({ notSent: { reason: 'You are offline', atMs: 0 } })).toBe('You are offline')
  const reasons = ['Its name changed', 'It is Offline']
  expect(textOf({ heldBack: { reasons, atMs: 0 } })).toBe('Its name changed. It is Offline.')
})

describe('a command', () => {
  it('says when the plant answered, and what', () => {
    expect(textOf({ request, evidence: { ...reading, record } })).toBe('After 2.5 s')
    const failed = { ...record, responseStatus: 'ERROR', response: '{"err":"E7","msg":"Busy"}' }
    expect(textOf({ request, evidence: { ...reading, record: failed } })).toBe(
      'After 2.5 s: E7: Busy',
    )
  })

  it('says how often it was recorded', () => {
    const evidence = { ...reading, recordIds: ['r', 's'], record }
    expect(textOf({ request, evidence })).toBe('Recorded 2 times. After 2.5 s')
  })

  it('quotes the refusal', () => {
    const refused = { ...request, refusal: 'Not now.' }
    expect(textOf({ request: refused })).toBe('Not now.')
    expect(textOf({ request: refused, evidence: { ...reading, recordIds: [] } })).toBe('Not now.')
  })

  it.each([
    ['not-read-before', /wasn’t read before/],
    ['not-covered', /more entries than were read/],
    ['not-readable', /can’t be fully read/],
    ['checking', /being checked/],
    [undefined, /^No readable response arrived, and its history doesn’t show it\.$/],
  ] as const)('says why its outcome is unknown: %s', (gap, words) => {
    expect(textOf({ request, evidence: { ...reading, recordIds: [], gap } })).toMatch(words)
  })

  it('claims nothing of a history that wasn’t read', () => {
    expect(textOf({ request })).toBe('No readable response arrived.')
    const given = { ...request, recordId: 'r', givenUpAtMs: clickedAtMs + minuteMs }
    expect(textOf({ request: given })).toBe('Recorded, but its history couldn’t be read.')
  })

  it('says nothing while it waits', () => {
    expect(textOf({ request: { ...request, recordId: 'r' } })).toBe('')
  })
})

describe('a change of the lifecycle', () => {
  const shown = (status: string, isTarget: boolean, change: Partial<typeof request>) =>
    textOf({
      request: { ...request, ...change },
      evidence: { readAtMs: 0, recordIds: [], lifecycle: { status, isTarget } },
    })

  it('says what the plant shows', () => {
    expect(shown('SUSPENDED', true, { isDone: true })).toBe('It is Suspended.')
    expect(shown('ACTIVE', false, { isDone: true })).toBe('It is Active.')
    expect(shown('gone', false, {})).toBe('It no longer exists.')
    expect(shown('', false, { isDone: true })).toBe('Its lifecycle can’t be read.')
  })

  it('doesn’t claim a change without a response for itself', () => {
    expect(shown('SUSPENDED', true, {})).toBe('It is Suspended. It isn’t known who changed it.')
  })

  it('still quotes the refusal after a reading', () => {
    expect(shown('ACTIVE', false, { refusal: 'Not now.' })).toBe('Not now.')
  })
})
