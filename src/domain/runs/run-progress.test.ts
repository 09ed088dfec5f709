import { describe, expect, it } from 'vitest'
import {
  answerMsOf,
  countStates,
  hasCandidates,
  inFlightOf,
  indexOf,
  isSettledIn,
  isWaveOver,
  newRun,
  retriesOf,
  stateIn,
  waveRows,
  waveSizeOf,
} from './run-progress'
import { after, answered, startedRun, testDocument, testRequest, testRunPlant } from './test-runs'

const request = testRequest(0)
const lost = (at: number) =>
  [
    { kind: 'checking', at },
    { kind: 'checked', at, alertIds: [] },
    { kind: 'sending', at, request },
    { kind: 'settled', at, request: { ...request, settledAtMs: 0 } },
  ] as const

it('begins with a row for each plant, in their order', () => {
  const run = newRun(testDocument([testRunPlant('b'), testRunPlant('a')]))
  expect(run.rows).toEqual([{ plantId: 'b' }, { plantId: 'a' }])
  expect(run.progress).toEqual({ phase: 'ready', wave: 0 })
})

it('has a canary, then waves', () => {
  const { document } = startedRun(9, { canary: 2, waveSize: 7 })
  expect([waveSizeOf(document, 0), waveSizeOf(document, 1), waveSizeOf(document, 9)]).toEqual([
    2, 7, 7,
  ])
})

describe('states', () => {
  it('are counted, and each plant is in one', () => {
    const held = { kind: 'held-back', at: 1, reasons: ['x'] } as const
    const run = after(
      startedRun(4),
      0,
      ...answered(0, 0),
      { kind: 'checking', at: 1 },
      held,
      ...lost(2),
    )
    expect(Object.fromEntries(countStates(run))).toEqual({
      ok: 1,
      'held-back': 1,
      unknown: 1,
      'not-sent': 1,
    })
  })

  it('are judged again when answers are awaited for another time', () => {
    const record = { id: 'r', sentAt: new Date(0).toISOString(), createdAt: null, ackedAt: null }
    const row = {
      plantId: 'a',
      request: { ...request, settledAtMs: 0, recordId: 'r' },
      evidence: { readAtMs: 10_000, recordIds: ['r'], record },
    }
    const [short, long] = [startedRun(1, { answerS: 5 }), startedRun(1, { answerS: 60 })]
    expect([stateIn(long, row), stateIn(short, row), stateIn(long, row)]).toEqual([
      'waiting',
      'no-answer',
      'waiting',
    ])
    expect(answerMsOf(short)).toBe(5_000)
  })
})

describe('inFlightOf', () => {
  it('counts plants that are read or awaited, and unknown ones as long as they may be found', () => {
    const run = after(
      startedRun(5, { canary: 3 }),
      0,
      ...lost(0),
      { kind: 'checking', at: 1 },
      ...answered(2, 0),
    )
    expect(inFlightOf(run, 1)).toEqual([1, 0])
    expect(inFlightOf(run, 29_999)).toEqual([1, 0])
    expect(inFlightOf(run, 30_000)).toEqual([1])
  })

  it('gives readings their time again after a pause', () => {
    const paused = after(startedRun(5), 0, ...lost(0), { kind: 'pause', reason: 'session' })
    const run = after(paused, 90_000, { kind: 'resume' })
    const [row] = run.rows
    expect(inFlightOf(run, 90_001)).toEqual([])
    expect(row && isSettledIn(run, row, 119_999)).toBe(false)
    expect(row && isSettledIn(run, row, 120_000)).toBe(true)
  })
})

describe('a wave', () => {
  const started = startedRun(3, { canary: 2 })

  it('gives the place of a plant that is held back to another', () => {
    const held = { kind: 'held-back', at: 0, reasons: ['x'] } as const
    const run = after(started, 0, { kind: 'checking', at: 0 }, held)
    expect(waveRows(run, 0)).toEqual([])
    expect(isWaveOver(run, 0)).toBe(false)
    expect([...indexOf(run).fresh]).toEqual([1, 2])
  })

  it('is over when it is full and settled', () => {
    const half = after(started, 0, ...answered(0, 0))
    expect(isWaveOver(half, 0)).toBe(false)
    const checking = after(half, 0, { kind: 'checking', at: 1 })
    expect(isWaveOver(checking, 0)).toBe(false)
    const unsent = after(checking, 0, { kind: 'not-sent', at: 1, reason: 'x' })
    expect([isWaveOver(unsent, 0), retriesOf(unsent), waveRows(unsent, 0)]).toEqual([
      false,
      [1],
      [0, 1],
    ])
    expect(isWaveOver(after(unsent, 0, ...answered(1, 0)), 0)).toBe(true)
  })

  it('is over without being full when no plant is left', () => {
    const run = after(startedRun(1, { canary: 3 }), 0, ...answered(0, 0))
    expect([hasCandidates(run), isWaveOver(run, 0)]).toEqual([false, true])
    const unknown = after(startedRun(1, { canary: 3 }), 0, ...lost(0))
    expect([isWaveOver(unknown, 29_999), isWaveOver(unknown, 30_000)]).toEqual([false, true])
  })

  it('isn’t tried again while a plant is being read', () => {
    const run = after(started, 0, { kind: 'checking', at: 0 })
    expect([retriesOf(run), hasCandidates(run)]).toEqual([[], true])
  })
})
