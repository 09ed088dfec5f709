import { describe, expect, it } from 'vitest'
import { interruptRun, isOpen } from './run-events'
import { type Run, newRun, stateIn, waveRows } from './run-progress'
import { nextSteps } from './run-steps'
import { after, answered, startedRun, testDocument, testRequest, testRunPlant } from './test-runs'

const now = { nowMs: 50, serverMs: 60 }
const ready = newRun(testDocument([testRunPlant('a'), testRunPlant('b')]))
const sending = (run: Run, at: number) =>
  after(
    run,
    0,
    { kind: 'checking', at },
    { kind: 'checked', at, alertIds: [] },
    { kind: 'sending', at, request: testRequest(0) },
  )

describe('the phases of a run', () => {
  it('starts once', () => {
    const run = after(ready, 5, { kind: 'start' })
    expect(run.progress).toMatchObject({ phase: 'running', startedAtMs: 5 })
    expect(after(run, 9, { kind: 'start' })).toBe(run)
    const stopped = after(run, 9, { kind: 'stop' })
    expect(after(stopped, 9, { kind: 'start' })).toBe(stopped)
  })

  it('does nothing before it starts', () => {
    for (const kind of ['tick', 'resume'] as const) expect(after(ready, 9, { kind })).toBe(ready)
    expect(after(ready, 9, { kind: 'pause', reason: 'user' })).toBe(ready)
    expect(after(ready, 9, { kind: 'checking', at: 0 })).toBe(ready)
  })

  it.each([
    ['ready', ready],
    ['running', startedRun(2)],
    ['paused', after(startedRun(2), 1, { kind: 'pause', reason: 'rate', untilMs: 5 })],
  ])('is stopped by the user when %s, and never goes on', (_phase, run) => {
    const stopped = after(run, 7, { kind: 'checking', at: 0 }, { kind: 'stop' })
    expect(stopped.progress).toMatchObject({ phase: 'stopped', endedAtMs: 7, pause: undefined })
    expect([isOpen(run), isOpen(stopped), stopped.stages.size]).toEqual([true, false, 0])
    const later = after(stopped, 9e9, { kind: 'resume' }, { kind: 'tick' }, { kind: 'stop' })
    expect(later).toBe(stopped)
  })

  it('stays as it is when nothing happens', () => {
    const run = startedRun(3)
    expect(after(run, 9, { kind: 'tick' })).toBe(run)
  })
})

describe('interruptRun', () => {
  it('leaves a plan that has not started, and a run that has ended', () => {
    expect(interruptRun(ready, now).progress).toEqual(ready.progress)
    const stopped = after(startedRun(3), 1, { kind: 'stop' })
    expect(interruptRun(stopped, now).progress).toEqual(stopped.progress)
    const halted = after(startedRun(3, { canary: 1 }), 1, ...answered(0, 1, 'ERROR'))
    expect(interruptRun(halted, now).progress).toEqual(halted.progress)
  })

  it('pauses a run that was under way, or would have gone on by itself', () => {
    const interrupted = { phase: 'paused', pause: { reason: 'interrupted' } }
    expect(interruptRun(startedRun(3), now).progress).toMatchObject(interrupted)
    const waiting = after(startedRun(3), 1, { kind: 'pause', reason: 'rate', untilMs: 99 })
    const cut = interruptRun(waiting, now)
    expect(cut.progress.pause).toEqual({ reason: 'interrupted', untilMs: 99 })
    expect(after(cut, 9e9, { kind: 'tick' }).progress.phase).toBe('paused')
  })

  it.each(['user', 'session', 'offline', 'storage', 'interrupted'] as const)(
    'keeps the reason %s of a pause',
    (reason) => {
      const run = after(startedRun(3), 1, { kind: 'pause', reason, detail: 'd' })
      expect(interruptRun(run, now).progress).toEqual(run.progress)
    },
  )

  it.each([
    ['running', sending(startedRun(3), 0)],
    ['paused', after(sending(startedRun(3), 0), 1, { kind: 'pause', reason: 'user' })],
    ['stopped', after(sending(startedRun(3), 0), 1, { kind: 'stop' })],
    [
      'ready, as its start was not stored',
      { ...sending(startedRun(3), 0), progress: ready.progress },
    ],
  ])('makes what was being sent unknown in a run that is %s', (_phase, run) => {
    const cut = interruptRun(run, now)
    expect(cut.rows[0] && stateIn(cut, cut.rows[0])).toBe('unknown')
    expect(cut.rows[0]?.request?.settledAtMs).toBe(50)
    expect(nextSteps(cut, now).check).toEqual([])
    const later = after(cut, 99, { kind: 'start' }, { kind: 'resume' })
    expect(nextSteps(later, { nowMs: 99, serverMs: 99 }).check).not.toContain(0)
  })

  it('gives every request an end, also one whose answer was read before it', () => {
    const [, , , , reading] = answered(0, 0)
    const run = reading ? after(sending(startedRun(3), 0), 0, reading) : ready
    expect(interruptRun(run, now).rows[0]?.request?.settledAtMs).toBe(50)
  })

  it('changes no row with a known outcome', () => {
    const run = after(startedRun(3), 0, ...answered(0, 0))
    expect(interruptRun(run, now).rows[0]).toBe(run.rows[0])
  })

  it('takes a run that had begun, but whose start was not stored, for interrupted', () => {
    const run = { ...sending(startedRun(3), 0), progress: ready.progress }
    expect(interruptRun(run, now).progress).toMatchObject({
      phase: 'paused',
      pause: { reason: 'interrupted' },
    })
  })

  it('gives back the places of plants that were only read', () => {
    const held = { kind: 'held-back', at: 1, reasons: ['x'] } as const
    const run = after(
      startedRun(3),
      0,
      { kind: 'checking', at: 0 },
      { kind: 'checking', at: 1 },
      held,
    )
    const cut = interruptRun(run, now)
    expect([cut.rows[0]?.wave, cut.rows[1]?.wave, cut.stages.size]).toEqual([undefined, 0, 0])
    expect(waveRows(cut, 0)).toEqual([])
  })

  it('goes on with the latest wave that a row shows: the progress may be older', () => {
    const done = after(startedRun(3), 0, ...answered(0, 0))
    const rows = done.rows.map((row, at) => (at === 0 ? { ...row, wave: 4 } : row))
    expect(interruptRun({ ...done, rows }, now).progress.wave).toBe(4)
    const unsent = done.rows.map((row, at) => (at === 2 ? { ...row, wave: 4 } : row))
    expect(interruptRun({ ...done, rows: unsent }, now).progress.wave).toBe(0)
  })
})

it('can hold a plant back whose request was not sent, without a trace of the request', () => {
  const run = after(sending(startedRun(3), 0), 0, { kind: 'held-back', at: 0, reasons: ['x'] })
  expect(run.rows[0]).toMatchObject({ request: undefined, heldBack: { atMs: 0 } })
  expect(run.rows[0] && stateIn(run, run.rows[0])).toBe('held-back')
  expect(after(run, 0, { kind: 'checking', at: 7 })).toBe(run)
})
