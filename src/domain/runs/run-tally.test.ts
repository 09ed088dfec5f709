import { describe, expect, it } from 'vitest'
import { progressText, shortProgress, tallyOf, tallyText } from './run-tally'
import { after, answered, startedRun, testRequest } from './test-runs'

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
    expect(progressText(waiting)).toBe('Sent to 2 of 9 plants, 1 answered.')
    expect(progressText(after(waiting, 0, ...answered(2, 0, 'ERROR')))).toBe(
      'Sent to 3 of 9 plants, 2 answered.',
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
      'Sent to 2 of 9 plants, 1 answered, 2 outcomes unknown, 1 refused, 1 held back.',
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
