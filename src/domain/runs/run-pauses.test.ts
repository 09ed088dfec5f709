import { describe, expect, it } from 'vitest'
import { isOpen } from './run-events'
import { goneOn, isWaitOver } from './run-pauses'
import type { PauseReason, Run } from './run-progress'
import { nextSteps } from './run-steps'
import { after, answered, startedRun } from './test-runs'

const until = (untilMs: number) => ({ kind: 'pause', reason: 'rate', untilMs }) as const
const pause = (reason: PauseReason) => ({ kind: 'pause', reason }) as const
const checksAt = (run: Run, nowMs: number) => nextSteps(run, { nowMs, serverMs: nowMs }).check

describe('a pause', () => {
  it.each(['user', 'session', 'offline', 'storage', 'interrupted'] as const)(
    'for the reason %s ends only when the user resumes',
    (reason) => {
      const run = after(startedRun(3), 1, pause(reason))
      const later = after(run, 9e9, { kind: 'tick' })
      expect(later.progress).toMatchObject({ phase: 'paused', pause: { reason } })
      expect(checksAt(later, 9e9)).toEqual([])
      expect(after(later, 9e9, { kind: 'resume' }).progress.phase).toBe('running')
    },
  )

  it('keeps its reason and its detail when another one comes', () => {
    const session = { kind: 'pause', reason: 'session', detail: 'Signed out' } as const
    const run = after(startedRun(3), 1, session, pause('offline'), pause('user'))
    expect(run.progress.pause).toEqual({ reason: 'session', detail: 'Signed out' })
  })

  it('stops what is only being read', () => {
    const run = after(startedRun(3), 1, { kind: 'checking', at: 0 }, pause('user'))
    expect(run.stages.size).toBe(0)
    expect(checksAt(after(run, 2, { kind: 'resume' }), 2)).toContain(0)
  })

  it('comes only to a run that is under way', () => {
    const stopped = after(startedRun(3), 1, { kind: 'stop' })
    expect(after(stopped, 2, pause('user'))).toBe(stopped)
    expect(isOpen(stopped)).toBe(false)
  })
})

describe('a wait that the server asked for', () => {
  it('ends by itself, but not before its time', () => {
    const run = after(startedRun(3), 0, until(5_000))
    const early = after(run, 4_999, { kind: 'tick' })
    expect(early.progress.phase).toBe('paused')
    expect(checksAt(early, 4_999)).toEqual([])
    const over = after(run, 5_000, { kind: 'tick' })
    expect(over.progress).toMatchObject({ phase: 'running', pause: undefined })
    expect(over.progress.resumedAtMs).toBeUndefined()
  })

  it('isn’t cut short by the user', () => {
    const run = after(startedRun(3), 0, until(5_000))
    expect(after(run, 1_000, { kind: 'resume' })).toBe(run)
    const both = after(run, 1_000, pause('user'))
    expect(after(both, 9_000, { kind: 'tick' }).progress.pause?.reason).toBe('user')
    const resumed = after(both, 2_000, { kind: 'resume' })
    expect(resumed.progress).toMatchObject({
      phase: 'paused',
      pause: { reason: 'rate', untilMs: 5_000 },
      resumedAtMs: 2_000,
    })
    expect(after(resumed, 5_000, { kind: 'tick' }).progress.phase).toBe('running')
    expect(after(both, 5_000, { kind: 'resume' }).progress.phase).toBe('running')
  })

  it('counts although the run is paused for another reason', () => {
    const run = after(startedRun(3), 0, pause('user'), until(5_000))
    expect(run.progress.pause).toEqual({ reason: 'user', untilMs: 5_000 })
    expect(after(run, 1_000, { kind: 'resume' }).progress.pause?.reason).toBe('rate')
  })

  it('is the longest of several', () => {
    const run = after(startedRun(3), 0, until(5_000), until(2_000))
    expect(run.progress.pause?.untilMs).toBe(5_000)
    expect(after(run, 0, until(9_000)).progress.pause?.untilMs).toBe(9_000)
  })

  it('ends when the user resumes if the server stated no time', () => {
    const run = after(startedRun(3), 0, pause('rate'))
    expect(isWaitOver(run, { nowMs: 9e9, serverMs: 9e9 })).toBe(false)
    expect(after(run, 1, { kind: 'resume' }).progress.phase).toBe('running')
  })
})

it('keeps the time of the last resumption, from which readings have their time', () => {
  const run = after(startedRun(3), 1, pause('user'))
  expect(after(run, 700, { kind: 'resume' }).progress.resumedAtMs).toBe(700)
  expect(after(startedRun(3), 700, { kind: 'resume' }).progress.resumedAtMs).toBeUndefined()
})

it('forgets the attempts before a pause, and only those', () => {
  const sentOne = after(startedRun(5), 1, ...answered(0, 1))
  const failed = after(
    sentOne,
    1,
    { kind: 'checking', at: 1 },
    { kind: 'not-sent', at: 1, reason: 'x' },
  )
  expect(failed.rows[1]?.notSent?.tries).toBe(1)
  const on = goneOn(failed)
  expect(on.rows[1]?.notSent).toEqual({ reason: 'x', atMs: 1, tries: 0 })
  expect(on.rows[0]).toBe(failed.rows[0])
  expect(goneOn(on).rows).toBe(on.rows)
})
