import { describe, expect, it } from 'vitest'
import type { RunEvent } from './run-events'
import { type Run, newRun } from './run-progress'
import { expiredChecks, nextSteps, spacingMsOf } from './run-steps'
import { after, answered, startedRun, testDocument, testRequest, testRunPlant } from './test-runs'

const steps = (run: Run, ms = 0) => nextSteps(run, { nowMs: ms, serverMs: ms })
const read = (at: number): RunEvent[] => [
  { kind: 'checking', at },
  { kind: 'checked', at, alertIds: [] },
]
const send = (at: number, ms: number): RunEvent => ({
  kind: 'sending',
  at,
  request: testRequest(ms),
})

describe('nextSteps', () => {
  it('does nothing unless the run is under way', () => {
    const nothing = { check: [], send: undefined, watch: [] }
    expect(steps(newRun(testDocument([testRunPlant('a')])))).toEqual(nothing)
    const run = after(startedRun(3), 0, ...read(0))
    expect(steps(after(run, 0, { kind: 'stop' }))).toEqual(nothing)
    expect(steps(after(run, 0, { kind: 'pause', reason: 'user' }))).toEqual(nothing)
  })

  it('reads as many plants as the canary has places', () => {
    expect(steps(startedRun(9, { canary: 3, concurrency: 16 })).check).toEqual([0, 1, 2])
    expect(steps(startedRun(2, { canary: 3 })).check).toEqual([0, 1])
  })

  it('reads and sends at most as many at once as the setting says', () => {
    const run = startedRun(9, { canary: 3, concurrency: 2 })
    expect(steps(run).check).toEqual([0, 1])
    const one = after(run, 0, ...read(0))
    expect(steps(one).check).toEqual([1])
    const two = after(one, 0, send(0, 0), { kind: 'checking', at: 1 })
    expect(steps(two).check).toEqual([])
    const request = { ...testRequest(0), settledAtMs: 0, recordId: 'r' }
    expect(steps(after(two, 0, { kind: 'settled', at: 0, request })).check).toEqual([2])
  })

  it('reads plants whose attempt sent nothing first', () => {
    const run = after(startedRun(9, { canary: 2 }), 0, { kind: 'checking', at: 1 })
    const unsent = after(run, 0, { kind: 'not-sent', at: 1, reason: 'x' })
    expect(steps(unsent).check).toEqual([1, 0])
  })

  it('sends the plant that was read first, at the rate that is set', () => {
    const run = after(startedRun(9, { canary: 3, perMinute: 60 }), 1_000, ...read(2), ...read(0))
    expect(steps(run, 1_000).send).toBe(2)
    const sent = after(run, 1_000, send(2, 1_000))
    expect([steps(sent, 1_999).send, steps(sent, 2_000).send]).toEqual([undefined, 0])
    expect(spacingMsOf({ document: testDocument([], { perMinute: 20 }) })).toBe(3_000)
  })

  it('goes on sending when the device’s clock was set back', () => {
    const run = after(startedRun(9, { canary: 3 }), 9e9, ...read(0), send(0, 9e9))
    const back = after(run, 1_000, ...read(1))
    expect(steps(back, 1_000).send).toBe(1)
  })

  it('sends nothing to a plant that is still being read, or was read too long ago', () => {
    const run = after(startedRun(9), 1_000, ...read(0))
    expect([steps(run, 11_000).send, steps(run, 11_001).send]).toEqual([0, undefined])
    expect(expiredChecks(run, { nowMs: 11_000, serverMs: 0 })).toEqual([])
    expect(expiredChecks(run, { nowMs: 11_001, serverMs: 0 })).toEqual([0])
    const again = after(run, 11_001, { kind: 'checking', at: 0 })
    expect(steps(again, 11_001).send).toBeUndefined()
    expect(expiredChecks(again, { nowMs: 11_001, serverMs: 0 })).toEqual([])
    expect(expiredChecks(run, { nowMs: -60_000, serverMs: 0 })).toEqual([0])
  })

  it('keeps the blast radius, also of unknown outcomes, and passes over plants without room', () => {
    const limits = [{ attribute: 'organization', percent: 1 }]
    const plants = ['a', 'a', 'b', 'b'].map((value, at) =>
      testRunPlant(`p${at}`, { values: [[value]] }),
    )
    const run = after(newRun(testDocument(plants, { canary: 3, limits })), 0, { kind: 'start' })
    expect(steps(run).check).toEqual([0, 2])
    const request = { ...testRequest(0), settledAtMs: 0 }
    const lost = after(run, 0, ...read(0), send(0, 0), { kind: 'settled', at: 0, request })
    expect(steps(lost, 29_999).check).toEqual([2])
    expect(steps(after(run, 0, ...answered(0, 0)), 0).check).toEqual([1, 2])
  })

  it('watches canary plants when their bake time is over', () => {
    const run = after(startedRun(9, { canary: 1, bakeS: 5 }), 1_000, ...answered(0, 0))
    expect([steps(run, 5_999).watch, steps(run, 6_000).watch]).toEqual([[], [0]])
    expect(steps(run, 6_000).check).toEqual([])
  })
})
