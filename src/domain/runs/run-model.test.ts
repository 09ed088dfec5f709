// Whatever the platform answers, and whenever the run is interrupted, its rules hold after every event.
import { expect, it } from 'vitest'
import { isOpen } from './run-events'
import { LimitCounter, allowedOf } from './run-limits'
import { countStates, inFlightOf, stateIn, waveRows } from './run-progress'
import type { RunRowState } from './run-row'
import { watchProblems } from './run-rules'
import { spacingMsOf } from './run-steps'
import { type Play, type Played, anyPlay, playRun } from './test-run-play'
import { fc } from '@/lib/test-properties'

const untouched: ReadonlySet<RunRowState> = new Set(['not-sent', 'held-back', 'refused'])
const touching: ReadonlySet<RunRowState> = new Set(['sending', 'waiting'])

/** Returns the rules that a play has broken. */
function brokenRules(played: Played, play: Play): string[] {
  const { run, nowMs, sends, recorded } = played
  const { document, rows, progress, stages } = run
  const broken: string[] = []
  const rule = (holds: boolean, text: string) => {
    if (!holds) broken.push(text)
  }
  const states = rows.map((row) => stateIn(run, row))
  const counts = countStates(run)
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  rule(total === rows.length, 'each plant is in exactly one state')
  rule(
    [...sends.values()].every((count) => count <= 1),
    'each plant is sent to at most once',
  )
  const limits = new LimitCounter(document, inFlightOf(run, nowMs))
  const uses = document.plants.flatMap((_plant, at) => limits.usesOf(at))
  rule(
    uses.every(({ inFlight, allowed }) => inFlight <= allowed),
    'the blast radius holds',
  )
  for (const site of new Set(play.sites.slice(0, rows.length))) {
    const its = rows.flatMap((_row, at) => (play.sites[at] === site ? [at] : []))
    const touched = its.filter((at) => stages.has(at) || touching.has(states[at] ?? 'unknown'))
    rule(touched.length <= allowedOf(play.percent, its.length), 'no site has more in flight')
  }
  const canary = waveRows(run, 0)
  rule(canary.length <= document.settings.canary, 'the canary has its size')
  const isWell = canary.every((at) => states[at] === 'ok' && rows[at]?.watch?.problems.length === 0)
  rule(progress.wave === 0 || isWell, 'no wave starts before the canary is well')
  const open = ['not-sent', 'sending', 'waiting'] as const
  rule(
    progress.phase !== 'finished' || open.every((state) => !counts.get(state)),
    'a finished run leaves nothing open',
  )
  for (const [at, state] of states.entries()) {
    const answer = recorded.get(at)
    rule(!untouched.has(state) || answer === undefined, `${state}, although it was recorded`)
    rule(state !== 'ok' || answer === 'OK', 'OK, although the plant didn’t answer so')
    rule(state !== 'error' || answer === 'ERROR', 'an error, although the plant didn’t answer so')
  }
  rule(stages.size === 0 || progress.phase === 'running', 'plants are read only while it runs')
  rule(isOpen(run) === (progress.endedAtMs === undefined), 'only an ended run has an end')
  return broken
}

const check = (play: Play) => (played: Played) => expect(brokenRules(played, play)).toEqual([])

/** Asserts the conditions for sending a request. */
function checkSend({ run, nowMs, sentAt, isBarred, quietUntilMs }: Played): void {
  expect({ phase: run.progress.phase, isBarred }).toEqual({ phase: 'running', isBarred: false })
  expect(nowMs).toBeGreaterThanOrEqual(quietUntilMs)
  expect(nowMs - (sentAt.at(-1) ?? -Infinity)).toBeGreaterThanOrEqual(spacingMsOf(run))
}

it('keeps its rules after every event, and always ends', () => {
  const ends = new Map<string, number>()
  fc.assert(
    fc.property(anyPlay, (play) => {
      const { run } = playRun(play, check(play), checkSend)
      expect(isOpen(run)).toBe(false)
      ends.set(run.progress.phase, (ends.get(run.progress.phase) ?? 0) + 1)
    }),
  )
  // The plays reach every end, so that none of the rules is idle.
  for (const phase of ['finished', 'halted', 'stopped']) expect(ends.get(phase)).toBeGreaterThan(5)
})

it('never starts the second wave when a canary plant drops after its answer', () => {
  fc.assert(
    fc.property(anyPlay, (given) => {
      const script = given.script.map(({ delayMs }) => ({ outcome: 'ok' as const, delayMs }))
      const dropped = [true, true, true]
      const { run, sends } = playRun({ ...given, script, dropped, incidents: [] })
      // Without other plants, there is nothing to halt.
      const hasOthers = given.plants > run.document.settings.canary
      expect(run.progress.halt?.reason).toBe(hasOthers ? 'canary' : undefined)
      expect(watchProblems(run)).not.toEqual([])
      expect(sends.size).toBe(Math.min(given.plants, run.document.settings.canary))
    }),
  )
})

it('goes on by itself after the wait that the server asked for', () => {
  fc.assert(
    fc.property(anyPlay, fc.integer({ min: 0, max: 20 }), (given, atStep) => {
      const script = given.script.map(({ delayMs }) => ({ outcome: 'ok' as const, delayMs }))
      const incidents = [{ atStep, what: 'rate' as const }]
      const play = { ...given, script, dropped: [], incidents }
      const { run } = playRun(play, check(play), checkSend)
      expect(run.progress.phase).toBe('finished')
      expect(countStates(run).get('ok')).toBe(given.plants)
    }),
  )
})

it('never sends again what a crash has left open', () => {
  fc.assert(
    fc.property(anyPlay, fc.integer({ min: 0, max: 100 }), (given, atStep) => {
      const incidents = (['crash', 'old crash'] as const).flatMap((what, nth) => [
        { atStep: atStep + nth * 7, what },
        { atStep: atStep + nth * 7 + 2, what: 'noise' as const },
      ])
      const play = { ...given, incidents }
      const { sends } = playRun(play, check(play), checkSend)
      expect(Math.max(0, ...sends.values())).toBeLessThanOrEqual(1)
    }),
  )
})

/** A play in which every plant answers at once, of any size. */
function plainPlay(plants: number, settings: Partial<Play['settings']> = {}): Play {
  return {
    plants,
    sites: Array.from({ length: plants }, (_, at) => at % 3),
    settings: {
      canary: 3,
      waveSize: 1_000,
      concurrency: 16,
      perMinute: 600,
      advancePercent: 90,
      brakePercent: 20,
      bakeS: 30,
      answerS: 60,
      ...settings,
    },
    percent: 100,
    script: [],
    incidents: [],
    dropped: [],
  }
}

it('plays 5,000 plants to the end', () => {
  const { run, sends } = playRun(plainPlay(5_000))
  expect(run.progress.phase).toBe('finished')
  expect(sends.size).toBe(5_000)
  expect(countStates(run).get('ok')).toBe(5_000)
})
