import { describe, expect, it } from 'vitest'
import { type Run, countStates } from './run-progress'
import type { RunRow, RunRowState } from './run-row'
import { progressText, shortProgress, tallyOf, tallyText } from './run-tally'
import { after, answered, startedRun, testRequest } from './test-runs'
import { keysOf } from '@/lib/keyed-record'
import { fc } from '@/lib/test-properties'

const started = startedRun(9, { canary: 9, answerS: 60 })
const sending = (at: number) => [
  { kind: 'checking', at } as const,
  { kind: 'checked', at, alertIds: [] } as const,
  { kind: 'sending', at, request: testRequest(0) } as const,
]
const ending = (at: number, change: Parameters<typeof testRequest>[1]) => [
  ...sending(at),
  { kind: 'settled', at, request: testRequest(0, { settledAtMs: 0, ...change }) } as const,
]
const waiting = after(started, 0, ...answered(0, 0), ...ending(1, { recordId: 'r1' }))

describe('progressText', () => {
  it('tells apart the plants that were sent to and those that answered', () => {
    expect(progressText(started)).toBe('Sent to 0 of 9 plants, 0 answered.')
    expect(progressText(waiting)).toBe('Sent to 2 of 9 plants, 1 answered, 1 answer still awaited.')
    expect(progressText(after(waiting, 0, ...answered(2, 0, 'ERROR')))).toBe(
      'Sent to 3 of 9 plants, 2 answered, 1 answer still awaited.',
    )
  })

  it('counts a plant that doesn’t answer in time as sent to, and names it', () => {
    const record = { id: 'r1', sentAt: new Date(0).toISOString(), createdAt: null, ackedAt: null }
    const evidence = { readAtMs: 99_000, recordIds: ['r1'], record }
    const silent = after(waiting, 99_000, { kind: 'evidence', at: 1, evidence })
    expect(progressText(silent)).toBe('Sent to 2 of 9 plants, 1 answered, 1 without an answer.')
  })

  it('counts no plant that is being read or sent to', () => {
    expect(tallyOf(after(started, 0, { kind: 'checking', at: 0 }))).toEqual({
      sent: 0,
      answered: 0,
    })
    expect(tallyOf(after(started, 0, ...sending(0)))).toEqual({ sent: 0, answered: 0 })
  })

  it('counts unknown outcomes, refusals and plants held back under their own names', () => {
    const mixed = after(
      waiting,
      0,
      ...ending(2, {}),
      ...ending(3, {}),
      ...ending(4, { refusal: 'No.' }),
      { kind: 'checking', at: 5 },
      { kind: 'held-back', at: 5, reasons: ['It is Offline'] },
    )
    expect(progressText(mixed)).toBe(
      'Sent to 2 of 9 plants, 1 answered, 2 outcomes unknown, 1 refused, 1 held back, 1 answer still awaited.',
    )
    expect(shortProgress(mixed)).toBe('1/9 answered')
  })

  it.each([
    ['suspend', 'suspended'],
    ['reactivate', 'reactivated'],
  ] as const)('counts what a run of %s changed, and no unknown outcome', (kind, word) => {
    const { document } = started
    const run = { ...started, document: { ...document, action: { kind } } }
    const changed = after(run, 0, ...ending(0, { isDone: true }), ...ending(1, {}))
    expect(progressText(changed)).toBe(`1 of 9 plants ${word}, 1 outcome unknown.`)
    expect(shortProgress(changed)).toBe(`1/9 ${word}`)
  })
})

it('counts some rows of a run among the plants they will be', () => {
  expect(tallyText(waiting, waiting.rows.slice(0, 2), 4)).toBe('sent to 2 of 4 plants, 1 answered')
})

const recorded = testRequest(0, { settledAtMs: 0, recordId: 'r1' })
const evidence = (responseStatus?: string): RunRow['evidence'] => {
  const time = new Date(0).toISOString()
  const ackedAt = responseStatus === undefined ? null : time
  const record = { id: 'r1', sentAt: time, createdAt: time, ackedAt, responseStatus }
  return { readAtMs: responseStatus === undefined ? 99_000 : 0, recordIds: ['r1'], record }
}

/** A row in each state. */
const rowIn: Record<RunRowState, Partial<RunRow>> = {
  'not-sent': {},
  'held-back': { heldBack: { reasons: ['It is Offline'], atMs: 0 } },
  sending: { request: testRequest(0) },
  waiting: { request: recorded },
  ok: { request: recorded, evidence: evidence('OK') },
  answered: { request: recorded, evidence: evidence('') },
  error: { request: recorded, evidence: evidence('ERROR') },
  refused: { request: testRequest(0, { settledAtMs: 0, refusal: 'No.' }) },
  'no-answer': { request: recorded, evidence: evidence() },
  unknown: { request: testRequest(0, { settledAtMs: 0 }) },
}
const runOf = (states: readonly RunRowState[]): Run => ({
  ...started,
  rows: states.map((state) => ({ plantId: 'p', ...rowIn[state] })),
})
const numberOf = (text: string, part: RegExp) => Number(part.exec(text)?.[1] ?? 0)

it.each(keysOf(rowIn))('has a row of its own that is %s', (state) => {
  expect([...countStates(runOf([state])).keys()]).toEqual([state])
})

it('says of a stopped run which plants have yet to answer, so that its parts add up', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...keysOf(rowIn)), { minLength: 1 }), (states) => {
      const stopped = after(runOf(states), 0, { kind: 'stop' })
      const text = progressText(stopped)
      const sent = numberOf(text, /Sent to (\d+)/)
      expect(sent).toBe(
        numberOf(text, /(\d+) answered/) +
          numberOf(text, /(\d+) without an answer/) +
          numberOf(text, /(\d+) answers? still awaited/),
      )
      expect(states.length).toBe(
        sent +
          numberOf(text, /(\d+) outcomes? unknown/) +
          numberOf(text, /(\d+) refused/) +
          numberOf(text, /(\d+) held back/) +
          numberOf(text, /(\d+) being sent/) +
          states.filter((state) => state === 'not-sent').length,
      )
    }),
  )
})
