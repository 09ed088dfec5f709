// Rules that stop a run apply only while something can still be prevented.
import { describe, expect, it } from 'vitest'
import type { RunEvent } from './run-events'
import type { Run } from './run-progress'
import { endProblems, watchProblems } from './run-rules'
import { progressText } from './run-tally'
import { after, answered, startedRun, testRequest, unwell } from './test-runs'

const request = (at: number) => testRequest(0, { settledAtMs: 0, recordId: `r${at}` })
const sent = (at: number): RunEvent[] => [
  { kind: 'checking', at },
  { kind: 'checked', at, alertIds: [] },
  { kind: 'sending', at, request: testRequest(0) },
  { kind: 'settled', at, request: request(at) },
]
const silent = (at: number): RunEvent => {
  const id = `r${at}`
  const record = { id, sentAt: new Date(0).toISOString(), createdAt: null, ackedAt: null }
  return { kind: 'evidence', at, evidence: { readAtMs: 99_000, recordIds: [id], record } }
}
const well: RunEvent = { kind: 'watched', at: 0, watch: { readAtMs: 1, problems: [] } }
const tick: RunEvent = { kind: 'tick' }
const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/** Returns a run whose first plant answered OK and nine more were sent to. */
function sentToTen(plants: number): Run {
  const run = startedRun(plants, { canary: 1, bakeS: 0, waveSize: 50, brakePercent: 20 })
  return after(run, 0, ...answered(0, 0), tick, well, tick, ...nine.flatMap(sent))
}

describe('a run without answers', () => {
  it('finishes with the outcomes of all plants when everything was sent', () => {
    const early = after(sentToTen(10), 99_000, ...nine.slice(0, 4).map(silent), tick)
    expect(early.progress.phase).toBe('running')
    const late = after(early, 99_000, ...nine.slice(4).map(silent), tick)
    expect(late.progress.phase).toBe('finished')
    expect(late.progress.halt).toBeUndefined()
    expect(progressText(late)).toBe('Sent to 10 of 10 plants, 1 answered, 9 without an answer.')
  })

  it('stops when there are plants left, and says that its figures are of that time', () => {
    const { progress } = after(sentToTen(11), 99_000, ...nine.slice(0, 4).map(silent), tick)
    expect(progress.phase).toBe('halted')
    expect(progress.halt?.detail).toMatch(/^Before the run stopped, 4 of 5 plants failed/)
  })

  it('stops while a plant is being read for its turn', () => {
    const reading = after(sentToTen(11), 0, { kind: 'checking', at: 10 })
    const { progress } = after(reading, 99_000, ...nine.slice(0, 4).map(silent), tick)
    expect(progress.phase).toBe('halted')
  })

  it('stops when the last request left no trace and may be repeated', () => {
    const run = after(sentToTen(11), 0, ...sent(10).slice(0, 3))
    const silentRun = after(run, 99_000, ...nine.slice(0, 4).map(silent), tick)
    expect(silentRun.progress.phase).toBe('running')
    const back = after(silentRun, 99_000, { kind: 'not-sent', at: 10, reason: 'Offline.' })
    expect(back.progress.phase).toBe('halted')
  })
})

it('finishes when one of the first plants fails and there are no others', () => {
  const run = after(startedRun(2, { canary: 2 }), 0, ...answered(0, 0, 'ERROR'))
  expect(run.progress.phase).toBe('halted')
  const both = after(startedRun(2, { canary: 2 }), 0, ...sent(1), ...answered(0, 0, 'ERROR'))
  expect(both.progress.phase).toBe('running')
  const [, , , , answer] = answered(1, 0)
  expect(answer && after(both, 0, answer).progress).toMatchObject({ phase: 'finished' })
})

it('finishes with the problems of the first plants when there are no others', () => {
  const both = after(
    startedRun(2, { canary: 2, bakeS: 0 }),
    0,
    ...answered(0, 0),
    ...answered(1, 0),
  )
  const one = after(both, 0, unwell(1), tick)
  expect(one.progress.phase).toBe('running')
  const { progress, ...run } = after(one, 0, well)
  expect(progress).toMatchObject({ phase: 'finished', endedAtMs: 0 })
  expect(progress.halt).toBeUndefined()
  expect(watchProblems({ progress, ...run })).toEqual(['Plant p1 is Offline after its answer.'])
})

it('has problems to show once it finished or was stopped, unless its halt says them', () => {
  const problems = ['Plant p1 is Offline after its answer.']
  const both = after(
    startedRun(2, { canary: 2, bakeS: 0 }),
    0,
    ...answered(0, 0),
    ...answered(1, 0),
    unwell(1),
  )
  expect(endProblems(both)).toEqual([])
  expect(endProblems(after(both, 0, well))).toEqual(problems)
  expect(endProblems(after(both, 0, { kind: 'stop' }))).toEqual(problems)
  const first = after(startedRun(2, { canary: 1, bakeS: 0 }), 0, ...answered(0, 0), unwell(0), tick)
  expect(first.progress.halt?.detail).toBe('Plant p0 is Offline after its answer.')
  expect(endProblems(first)).toEqual([])
})
