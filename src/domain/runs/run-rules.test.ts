import { describe, expect, it } from 'vitest'
import type { RunEvent } from './run-events'
import type { Run } from './run-progress'
import { judgeRun, toWatch } from './run-rules'
import { after, answered, startedRun, testRequest } from './test-runs'

const now = (ms: number) => ({ nowMs: ms, serverMs: ms })
const well = (at: number): RunEvent => ({
  kind: 'watched',
  at,
  watch: { readAtMs: 1, problems: [] },
})
const held = (at: number): RunEvent[] => [
  { kind: 'checking', at },
  { kind: 'held-back', at, reasons: ['x'] },
]
const lost = (at: number): RunEvent[] => {
  const request = testRequest(0)
  return [
    { kind: 'checking', at },
    { kind: 'checked', at, alertIds: [] },
    { kind: 'sending', at, request },
    { kind: 'settled', at, request: { ...request, settledAtMs: 0 } },
  ]
}
const refused = (at: number): RunEvent[] => {
  const request = testRequest(0, { settledAtMs: 0, refusal: 'No.' })
  return [
    ...lost(at).slice(0, 3),
    { kind: 'settled', at, request },
    { kind: 'evidence', at, evidence: { readAtMs: 0, recordIds: [] } },
  ]
}
const tick = { kind: 'tick' } as const

/** Returns a run whose only canary plant is well, in its first wave. */
function inWave(plants: number, settings: Parameters<typeof startedRun>[1] = {}): Run {
  const run = startedRun(plants, { canary: 1, bakeS: 0, ...settings })
  const next = after(run, 0, ...answered(0, 0), tick, well(0), tick)
  expect(next.progress).toMatchObject({ phase: 'running', wave: 1 })
  return next
}

describe('the canary', () => {
  const run = startedRun(9, { canary: 2, bakeS: 30 })
  const both = after(run, 1_000, ...answered(0, 0), ...answered(1, 0))

  it('is watched after its bake time, which begins with its last answer', () => {
    expect(after(run, 1_000, ...answered(0, 0)).progress.bakedFromMs).toBeUndefined()
    expect(both.progress.bakedFromMs).toBe(1_000)
    expect(after(both, 9_000, tick).progress.bakedFromMs).toBe(1_000)
    expect(toWatch(both, now(30_999))).toEqual([])
    expect(toWatch(both, now(31_000))).toEqual([0, 1])
    expect(toWatch(after(both, 31_000, well(0)), now(31_000))).toEqual([1])
  })

  it('lets the first wave start when every plant is well, and not before', () => {
    const one = after(both, 31_000, well(0), tick)
    expect(one.progress.wave).toBe(0)
    expect(after(one, 31_000, well(1), tick).progress).toMatchObject({ wave: 1, phase: 'running' })
  })

  it('halts the run with the problem that was seen', () => {
    const problems = ['Plant p1 is Offline after its answer.']
    const watched = { kind: 'watched', at: 1, watch: { readAtMs: 1, problems } } as const
    const { progress } = after(both, 31_000, watched)
    expect(progress).toMatchObject({
      phase: 'halted',
      halt: { reason: 'canary', detail: problems[0] },
      endedAtMs: 31_000,
    })
  })

  it.each(['ERROR', 'DONE'])('halts the run with its first answer %s', (status) => {
    const { progress } = after(run, 0, { kind: 'checking', at: 1 }, ...answered(0, 0, status))
    expect(progress.halt).toEqual({
      reason: 'canary',
      detail: '1 of the first 2 plants (Plant p0) didn’t answer OK.',
    })
  })

  it.each([
    ['command', 'The first plant, Plant p0, didn’t answer OK.'],
    ['suspend', 'The first plant, Plant p0, couldn’t be confirmed as suspended.'],
    ['reactivate', 'The first plant, Plant p0, couldn’t be confirmed as reactivated.'],
  ] as const)('names the only one that isn’t OK after a %s', (kind, detail) => {
    const one = startedRun(2, { canary: 1 })
    const action = kind === 'command' ? one.document.action : { kind }
    const { progress } = after(
      { ...one, document: { ...one.document, action } },
      30_000,
      ...lost(0),
      tick,
    )
    expect(progress.halt?.detail).toBe(detail)
  })

  it('halts the run with what the server refused, which no plant was asked', () => {
    expect(after(run, 0, ...refused(0), tick).progress.halt?.detail).toBe(
      'The server refused the command to Plant p0: No.',
    )
    const open = after(run, 0, ...lost(0), ...refused(1).slice(0, -1))
    const mixed = after(open, 30_000, tick)
    expect(mixed.progress.halt?.detail).toBe(
      'The server refused the command to Plant p1: No. 1 of the first 2 plants (Plant p0) didn’t answer OK.',
    )
  })

  it('says how many outcomes were open when it halted', () => {
    const asked = after(run, 0, ...lost(1).slice(0, 3))
    expect(after(asked, 0, ...answered(0, 0, 'ERROR')).progress.halt?.detail).toBe(
      '1 of the first 2 plants (Plant p0) didn’t answer OK. 1 other outcome was still open.',
    )
  })

  it('halts the run with an unknown outcome, but gives readings their time', () => {
    const unknown = after(run, 0, ...lost(0))
    expect(after(unknown, 29_999, tick).progress.phase).toBe('running')
    expect(after(unknown, 30_000, tick).progress.halt?.reason).toBe('canary')
    expect(after(run, 0, ...refused(0)).progress.halt?.reason).toBe('canary')
  })

  it('gives readings their time again after a pause', () => {
    const paused = after(run, 0, ...lost(0), { kind: 'pause', reason: 'session' })
    const resumed = after(paused, 99_000, { kind: 'resume' })
    expect(resumed.progress.phase).toBe('running')
    expect(after(resumed, 129_000, tick).progress.phase).toBe('halted')
  })

  it('bakes on during a pause, and ends it after the user resumes', () => {
    const paused = after(both, 2_000, { kind: 'pause', reason: 'user' })
    expect(toWatch(paused, now(99_000))).toEqual([])
    expect(toWatch(after(paused, 99_000, { kind: 'resume' }), now(99_000))).toEqual([0, 1])
  })

  it('takes other plants for those that are held back, and finishes if none is left', () => {
    const run3 = startedRun(3, { canary: 2, bakeS: 0 })
    const one = after(run3, 0, ...held(0), ...held(1), ...answered(2, 0), tick)
    expect(one.progress).toMatchObject({ phase: 'running', wave: 0, bakedFromMs: 0 })
    expect(after(one, 0, well(2)).progress.phase).toBe('finished')
    expect(after(run3, 0, ...held(0), ...held(1), ...held(2)).progress.phase).toBe('finished')
  })

  it('is watched only in a run that is under way', () => {
    expect(toWatch(after(both, 2_000, { kind: 'stop' }), now(99_000))).toEqual([])
    expect(toWatch(inWave(9), now(99_000))).toEqual([])
  })
})

describe('the share that must answer OK', () => {
  const settings = { waveSize: 4, advancePercent: 75, brakePercent: 100 }
  const wave = (bad: number, plants = 9) =>
    after(
      inWave(plants, settings),
      0,
      ...[1, 2, 3, 4].flatMap((at) => answered(at, 0, at <= bad ? 'DONE' : 'OK')),
      tick,
    )

  it('lets the next wave start when it is reached', () => {
    expect(wave(1).progress).toMatchObject({ phase: 'running', wave: 2 })
  })

  it('halts the run below it', () => {
    expect(wave(2).progress.halt).toEqual({
      reason: 'advance',
      detail:
        'Before the run stopped, 2 of 4 plants in wave 1 answered OK. The next wave needs 75 %.',
    })
  })

  it('ignores the last wave, and plants that are held back', () => {
    expect(wave(4, 5).progress.phase).toBe('finished')
    const run = after(inWave(9, settings), 0, ...held(1), ...held(2), ...held(3))
    const rest = [4, 5, 6, 7].flatMap((at) => answered(at, 0, at === 4 ? 'DONE' : 'OK'))
    expect(after(run, 0, ...rest, tick).progress).toMatchObject({ phase: 'running', wave: 2 })
  })
})

describe('the brake', () => {
  const settings = { waveSize: 50, brakePercent: 20, advancePercent: 0 }
  const run = (bad: RunEvent[][], ok: number) => {
    const rest = Array.from({ length: ok }, (_, at) => answered(at + 1 + bad.length, 0))
    return after(inWave(40, settings), 0, ...rest.flat(), ...bad.flat())
  }

  it('counts errors, refusals and unknown outcomes of all that were sent', () => {
    const bad = [answered(1, 0, 'ERROR'), refused(2), lost(3)]
    // With the canary plant, 3 of 15 are exactly 20 %.
    expect(after(run(bad, 11), 30_000, tick).progress.phase).toBe('running')
    expect(after(run(bad, 10), 30_000, tick).progress.halt).toEqual({
      reason: 'brake',
      detail:
        'Before the run stopped, 3 of 14 plants failed, were refused, didn’t answer or had an unknown outcome. The run stops above 20 %.',
    })
    expect(after(run(bad, 10), 29_999, tick).progress.phase).toBe('running')
  })

  it('counts plants that didn’t answer', () => {
    const record = { id: 'r', sentAt: new Date(0).toISOString(), createdAt: null, ackedAt: null }
    const request = testRequest(0, { settledAtMs: 0, recordId: 'r' })
    const silent = (at: number): RunEvent[] => [
      ...lost(at).slice(0, 3),
      { kind: 'settled', at, request },
      { kind: 'evidence', at, evidence: { readAtMs: 99_000, recordIds: ['r'], record } },
    ]
    expect(run([silent(1), silent(2)], 2).progress.halt?.reason).toBe('brake')
  })

  it('ignores fewer than five, and plants that are held back', () => {
    expect(run([answered(1, 0, 'ERROR')], 2).progress.phase).toBe('running')
    expect(run([answered(1, 0, 'ERROR'), held(2), held(3), held(4)], 2).progress.phase).toBe(
      'running',
    )
    const bad = [answered(1, 0, 'ERROR'), answered(2, 0, 'ERROR')]
    expect(run(bad, 2).progress.halt?.reason).toBe('brake')
  })

  it('doesn’t count other answers, and never halts at 100 %', () => {
    const other = [answered(1, 0, 'DONE'), answered(2, 0, 'DONE'), answered(3, 0, 'DONE')]
    expect(run(other, 2).progress.phase).toBe('running')
    const errors = [1, 2, 3, 4, 5, 6].flatMap((at) => answered(at, 0, 'ERROR'))
    const free = inWave(40, { ...settings, brakePercent: 100 })
    expect(after(free, 0, ...errors).progress.phase).toBe('running')
  })

  it('takes an answer that a later reading finds', () => {
    const unknown = run([lost(1), lost(2)], 2)
    const [, , , , found] = answered(1, 0)
    expect(found && after(unknown, 10_000, found, ...answered(9, 0)).progress.phase).toBe('running')
  })
})

it('finishes only when nothing is open', () => {
  const run = after(startedRun(1, { canary: 1, bakeS: 0 }), 0, ...lost(0).slice(0, 3))
  expect(judgeRun(run, now(9e9))).toEqual({ kind: 'go-on' })
  const [, , , settled] = answered(0, 0)
  const waiting = settled ? after(run, 0, settled) : run
  expect(judgeRun(waiting, now(9e9))).toEqual({ kind: 'go-on' })
})
