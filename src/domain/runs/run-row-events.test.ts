import { describe, expect, it } from 'vitest'
import { interruptRun } from './run-events'
import { type Run, stateIn } from './run-progress'
import type { RunEvidence, RunRequest } from './run-row'
import { nextSteps } from './run-steps'
import { after, answered, startedRun, testRequest } from './test-runs'
import { minuteMs } from '@/lib/instants'

const at = 0
const time = new Date(0).toISOString()
const checking = { kind: 'checking', at } as const
const checked = { kind: 'checked', at, alertIds: [] } as const
const heldBack = { kind: 'held-back', at, reasons: ['Its name changed'] } as const
const notSent = { kind: 'not-sent', at, reason: 'Offline.' } as const
const sending = { kind: 'sending', at, request: testRequest(0) } as const
const settled = (change: Partial<RunRequest> = {}) =>
  ({ kind: 'settled', at, request: testRequest(0, { settledAtMs: 10, ...change }) }) as const
const reading = (change: Partial<RunEvidence> = {}, matchedId?: string) =>
  ({
    kind: 'evidence',
    at,
    evidence: { readAtMs: 20, recordIds: [], ...change },
    matchedId,
  }) as const
const record = (responseStatus: string | null, id = 'r') => ({
  record: { id, sentAt: time, createdAt: time, ackedAt: responseStatus && time, responseStatus },
})
const lifecycle = (isTarget: boolean) => ({ lifecycle: { status: 'X', isTarget } })
const state = (run: Run) => run.rows[at] && stateIn(run, run.rows[at])
const play = (...events: Parameters<typeof after>[2][]) => after(startedRun(4), 0, ...events)
const sent = play(checking, checked, sending)

const untouchable: [string, Run][] = [
  ['sending', sent],
  ['waiting', after(sent, 0, settled({ recordId: 'r' }))],
  ['unknown', after(sent, 0, settled())],
  ['refused', after(sent, 0, settled({ refusal: 'No.' }))],
  ['ok', after(startedRun(4), 0, ...answered(0, 0))],
  ['held back', play(checking, heldBack)],
]

describe('a plant’s turn', () => {
  it.each(untouchable)('doesn’t come again while it is %s', (_what, run) => {
    for (const event of [checking, checked, sending]) expect(after(run, 0, event)).toBe(run)
  })

  it('doesn’t come back by a reading that ends after its request', () => {
    const twice = play(checking, { kind: 'pause', reason: 'user' }, { kind: 'resume' }, checking)
    const run = after(twice, 0, checked, sending)
    expect(after(run, 5_000, checked)).toBe(run)
    expect(nextSteps(run, { nowMs: 5_000, serverMs: 5_000 }).send).toBeUndefined()
  })

  it.each([
    ['paused', { kind: 'pause', reason: 'user' }],
    ['stopped', { kind: 'stop' }],
  ] as const)('is over when the run is %s: late readings don’t count', (_what, end) => {
    const run = play(checking, checked, end)
    for (const event of [checking, checked, heldBack, notSent, sending])
      expect(after(run, 0, event)).toBe(run)
  })

  it('needs a reading that has ended', () => {
    const run = play(checking)
    expect(after(run, 0, sending)).toBe(run)
    expect(after(startedRun(4), 0, sending).rows[at]?.request).toBeUndefined()
  })

  it('keeps the plant’s wave, its alerts and the time of the request', () => {
    const run = after(startedRun(4), 7, checking, { ...checked, alertIds: ['x'] }, sending)
    expect(run.rows[at]).toMatchObject({ wave: 0, alertIds: ['x'], request: testRequest(0) })
    expect([run.lastSentAtMs, run.stages.size]).toEqual([7, 0])
  })
})

describe('an attempt that sent nothing', () => {
  it('leaves no request, and the plant’s turn comes again in its wave', () => {
    const run = after(sent, 5, notSent)
    expect(run.rows[at]).toMatchObject({
      wave: 0,
      request: undefined,
      notSent: { reason: 'Offline.' },
    })
    expect(state(run)).toBe('not-sent')
    expect(nextSteps(run, { nowMs: 5, serverMs: 5 }).check[0]).toBe(at)
  })

  it('holds the plant back the third time in a row, so that its wave can end', () => {
    const run = play(checking, notSent, checking, checked, sending, notSent, checking, notSent)
    expect(run.rows[at]?.heldBack?.reasons).toEqual(['Nothing was sent in 3 attempts: Offline'])
    const silent = { ...notSent, reason: '' }
    const other = play(checking, silent, checking, silent, checking, silent)
    expect(other.rows[at]?.heldBack?.reasons).toEqual(['Nothing was sent in 3 attempts'])
  })

  it('may be tried as often as the run pauses for it', () => {
    const once = [
      checking,
      notSent,
      { kind: 'pause', reason: 'offline' },
      { kind: 'resume' },
    ] as const
    expect(state(play(...once, ...once, ...once, ...once))).toBe('not-sent')
  })

  it.each([
    ['a lost response', settled()],
    ['a record', settled({ recordId: 'r' })],
    ['a refusal', settled({ refusal: 'No.' })],
  ])('isn’t believed after %s', (_what, event) => {
    const run = after(sent, 0, event)
    expect(after(run, 0, notSent)).toBe(run)
    expect(after(run, 0, heldBack)).toBe(run)
  })

  it('isn’t believed after a record or the change itself was seen', () => {
    for (const seen of [record(null), lifecycle(true)]) {
      const run = after(sent, 0, reading(seen))
      expect(after(run, 0, notSent)).toBe(run)
    }
  })

  it('is believed after a refusal that was only for now, unless a reading shows a record', () => {
    const refused = after(sent, 0, settled({ refusal: 'Too many.', isRepeatable: true }))
    const again = after(refused, 0, notSent)
    expect(again.rows[at]?.request).toBeUndefined()
    const recorded = after(refused, 0, reading(record(null)))
    expect(after(recorded, 0, notSent)).toBe(recorded)
  })

  it('forgets a reading of the request that wasn’t sent', () => {
    const run = after(sent, 0, reading({ gap: 'checking' }), notSent)
    expect(run.rows[at]?.evidence).toBeUndefined()
  })
})

describe('the end of a request', () => {
  it('counts only for the request that was noted', () => {
    expect(after(sent, 0, settled({ key: 'other', recordId: 'r' }))).toBe(sent)
    const unsent = after(sent, 0, notSent)
    expect(after(unsent, 0, settled({ recordId: 'r' }))).toBe(unsent)
  })

  it('always has a time', () => {
    const run = after(sent, 77, settled({ settledAtMs: undefined }))
    expect(run.rows[at]?.request?.settledAtMs).toBe(77)
  })

  it('is taken in after the run was interrupted, and after it ended', () => {
    const cut = interruptRun(sent, { nowMs: 5, serverMs: 5 })
    expect(state(cut)).toBe('unknown')
    expect(state(after(cut, 6, settled({ recordId: 'r' })))).toBe('waiting')
    const stopped = after(sent, 5, { kind: 'stop' }, settled({ refusal: 'No.' }))
    expect(state(stopped)).toBe('refused')
  })

  it('replaces no end that is known', () => {
    const run = after(sent, 0, settled({ recordId: 'r' }))
    expect(after(run, 0, settled({ refusal: 'No.' }))).toBe(run)
  })

  it('keeps the record that was found meanwhile', () => {
    const run = after(sent, 0, reading(record(null), 'r'), settled())
    expect(run.rows[at]?.request).toMatchObject({ matchedId: 'r', settledAtMs: 10 })
  })
})

describe('a reading', () => {
  const lost = after(sent, 0, settled())

  it('counts only after a request', () => {
    const run = startedRun(4)
    expect(after(run, 0, reading(record('OK')))).toBe(run)
  })

  it('finds an unknown request, also after the run ended', () => {
    const run = after(lost, 0, { kind: 'stop' }, reading(record('OK'), 'r'))
    expect(state(run)).toBe('ok')
    expect(run.rows[at]?.request?.matchedId).toBe('r')
  })

  it('keeps the record that was found first', () => {
    const run = after(lost, 0, reading(record(null), 'r'), reading(record(null, 'other'), 'other'))
    expect(run.rows[at]?.request?.matchedId).toBe('r')
    expect(after(run, 0, reading({})).rows[at]?.request?.matchedId).toBe('r')
  })

  it.each(['OK', 'ERROR', 'DONE'])('never takes back the answer %s', (status) => {
    const run = after(lost, 0, reading(record(status), 'r'))
    for (const later of [reading(), reading(record(null)), reading(record(null, 'x'))])
      expect(state(after(run, 0, later))).toBe(state(run))
  })

  it('never takes back a record', () => {
    const run = after(lost, 0, reading(record(null), 'r'), reading({ gap: 'not-listed' }))
    expect(run.rows[at]?.evidence?.record?.id).toBe('r')
  })

  it('turns no answer, and an answer that was given up, into one', () => {
    const silent = after(
      sent,
      0,
      settled({ recordId: 'r' }),
      reading({ readAtMs: 9e9, ...record(null) }),
    )
    expect(state(silent)).toBe('no-answer')
    expect(state(after(silent, 0, reading(record('OK'))))).toBe('ok')
  })

  it('never takes back a change that was seen, but doubts one that only the response claims', () => {
    expect(state(after(lost, 0, reading(lifecycle(true)), reading(lifecycle(false))))).toBe('ok')
    const done = after(sent, 0, settled({ isDone: true }))
    expect(state(done)).toBe('ok')
    expect(state(after(done, 0, reading(lifecycle(false))))).toBe('unknown')
    expect(state(after(done, 0, reading(lifecycle(false)), reading(lifecycle(true))))).toBe('ok')
  })
})

describe('readings that fail', () => {
  const unread = { kind: 'unread', at } as const
  const waiting = after(sent, 0, settled({ recordId: 'r' }))
  const graceMs = waiting.document.settings.answerS * 1_000 + 30_000

  it('end the wait for an answer after its time, and then nothing is claimed', () => {
    expect(after(waiting, graceMs, unread)).toBe(waiting)
    expect(state(after(waiting, graceMs + 10, unread))).toBe('unknown')
    const seen = after(waiting, 0, reading(record(null)))
    expect(state(after(seen, graceMs + 10, unread))).toBe('unknown')
  })

  it('count from the last resumption', () => {
    const paused = after(waiting, 0, { kind: 'pause', reason: 'session' })
    const resumed = after(paused, 9 * minuteMs, { kind: 'resume' })
    expect(state(after(resumed, 9 * minuteMs + graceMs - 1, unread))).toBe('waiting')
    expect(state(after(resumed, 9 * minuteMs + graceMs, unread))).toBe('unknown')
  })

  it('change nothing else', () => {
    const lost = after(sent, 0, settled())
    expect(after(lost, 1, unread)).toBe(lost)
    const done = after(startedRun(4), 0, ...answered(0, 0))
    expect(after(done, 9e9, unread)).toBe(done)
  })
})

it('watches canary plants only', () => {
  const watch = { kind: 'watched', at, watch: { readAtMs: 1, problems: [] } } as const
  expect(after(sent, 0, watch).rows[at]?.watch).toEqual(watch.watch)
  expect(startedRun(4)).toEqual(after(startedRun(4), 0, watch))
})
