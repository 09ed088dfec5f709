// A simulated platform plays any answer at any time; whatever it does, the rules of a run hold.
import { expect, it } from 'vitest'
import { interruptRun, isOpen } from './run-events'
import { LimitCounter, allowedOf } from './run-limits'
import { type Run, countStates, inFlightOf, newRun, stateIn, waveRows } from './run-progress'
import { nextSteps, spacingMsOf } from './run-steps'
import { after, testDocument, testRequest, testRunPlant } from './test-runs'
import { minuteMs, secondMs } from '@/lib/instants'
import { fc } from '@/lib/test-properties'

const outcomes = ['ok', 'error', 'silent', 'refused', 'unknown', 'lost', 'drift', 'late'] as const
type Outcome = (typeof outcomes)[number]

interface Play {
  plants: number
  sites: number[]
  settings: Parameters<typeof testDocument>[1]
  percent: number
  script: { outcome: Outcome; delayMs: number }[]
  incidents: { atStep: number; what: 'pause' | 'stop' | 'rate' | 'crash' }[]
  dropped: boolean[]
}

const play: fc.Arbitrary<Play> = fc.record({
  plants: fc.integer({ min: 1, max: 30 }),
  sites: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 30, maxLength: 30 }),
  settings: fc.record({
    canary: fc.integer({ min: 1, max: 3 }),
    waveSize: fc.integer({ min: 1, max: 10 }),
    concurrency: fc.integer({ min: 1, max: 5 }),
    perMinute: fc.integer({ min: 20, max: 600 }),
    advancePercent: fc.integer({ min: 0, max: 100 }),
    brakePercent: fc.integer({ min: 0, max: 100 }),
    bakeS: fc.integer({ min: 0, max: 20 }),
    answerS: fc.integer({ min: 5, max: 20 }),
  }),
  percent: fc.integer({ min: 1, max: 100 }),
  script: fc.array(
    fc.record({
      outcome: fc.oneof(
        { weight: 6, arbitrary: fc.constant('ok' as const) },
        fc.constantFrom(...outcomes),
      ),
      delayMs: fc.integer({ min: 0, max: 8_000 }),
    }),
    { minLength: 30, maxLength: 30 },
  ),
  incidents: fc.array(
    fc.record({
      atStep: fc.integer({ min: 0, max: 400 }),
      what: fc.constantFrom('pause' as const, 'stop' as const, 'rate' as const, 'crash' as const),
    }),
    { maxLength: 3 },
  ),
  dropped: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
})

/** Plays a run step by step, 500 ms each, and checks the rules after every one. */
function playRun({ plants, sites, settings, percent, script, incidents, dropped }: Play) {
  const populations = [0, 1, 2].flatMap((site) => {
    const count = sites.slice(0, plants).filter((one) => one === site).length
    return count > 0 ? [{ attribute: 'meta.site', value: `${site}`, plants: count }] : []
  })
  const document = testDocument(
    Array.from({ length: plants }, (_, at) =>
      testRunPlant(`p${at}`, { values: [[`${sites[at]}`]] }),
    ),
    { ...settings, limits: [{ attribute: 'meta.site', percent }] },
    { populations },
  )
  let nowMs = 1_000
  let run = after(newRun(document), nowMs, { kind: 'start' })
  const sentAt: number[] = []
  const sends = new Map<number, number>()
  const due: { atMs: number; at: number; outcome: Outcome }[] = []
  const planOf = (at: number) => script[at] ?? { outcome: 'ok' as const, delayMs: 0 }

  const send = (at: number) => {
    const { outcome, delayMs } = planOf(at)
    run = after(run, nowMs, { kind: 'sending', at, request: testRequest(nowMs) })
    sentAt.push(nowMs)
    sends.set(at, (sends.get(at) ?? 0) + 1)
    due.push({ atMs: nowMs + delayMs, at, outcome })
  }

  for (let step = 0; step < 500 && (isOpen(run) || due.length > 0); step += 1) {
    for (const { what } of incidents.filter(({ atStep }) => atStep === step)) {
      if (what === 'stop') run = after(run, nowMs, { kind: 'stop' })
      else if (what === 'pause') run = after(run, nowMs, { kind: 'pause', reason: 'user' })
      else if (what === 'rate')
        run = after(run, nowMs, { kind: 'pause', reason: 'rate', untilMs: nowMs + 3_000 })
      else {
        run = interruptRun(run, { nowMs, serverMs: nowMs })
        due.length = 0
        expect(run.progress.phase).not.toBe('running')
      }
    }
    const sentBefore = sentAt.length
    const wasRunning = run.progress.phase === 'running'
    for (const one of due.splice(0).toSorted((a, b) => a.atMs - b.atMs)) {
      if (one.atMs > nowMs) due.push(one)
      else settle(one)
    }
    const steps = nextSteps(run, { nowMs, serverMs: nowMs })
    for (const at of steps.check) {
      run = after(run, nowMs, { kind: 'checking', at })
      if (planOf(at).outcome === 'drift') {
        run = after(run, nowMs, { kind: 'held-back', at, reasons: ['Its name changed'] })
      } else run = after(run, nowMs, { kind: 'checked', at, alertIds: [] })
    }
    const { send: at } = nextSteps(run, { nowMs, serverMs: nowMs })
    if (at !== undefined) send(at)
    for (const canary of steps.watch) {
      const problems = dropped[canary] ? ['It is Offline now.'] : []
      run = after(run, nowMs, { kind: 'watched', at: canary, watch: { readAtMs: nowMs, problems } })
    }
    if (!wasRunning && run.progress.phase !== 'running') expect(sentAt.length).toBe(sentBefore)
    run = after(run, nowMs, { kind: 'tick' })
    checkRules(run, nowMs, sentAt, sends)
    // A user resumes what was paused.
    if (run.progress.phase === 'paused' && run.progress.pause?.reason !== 'rate' && step % 7 === 0)
      run = after(run, nowMs, { kind: 'resume' })
    nowMs += 500
  }
  return { run, sends }

  function settle({ at, outcome }: { at: number; outcome: Outcome }) {
    const request = run.rows[at]?.request
    if (!request) return
    const settled = { ...request, settledAtMs: nowMs }
    if (outcome === 'late') {
      run = after(run, nowMs, { kind: 'not-sent', at, reason: 'Offline.' })
      sends.set(at, (sends.get(at) ?? 0) - 1)
      script[at] = { outcome: 'ok', delayMs: 0 }
      return
    }
    if (outcome === 'refused') {
      run = after(run, nowMs, { kind: 'settled', at, request: { ...settled, refusal: 'No.' } })
      run = after(run, nowMs, {
        kind: 'evidence',
        at,
        evidence: { readAtMs: nowMs, recordIds: [] },
      })
      return
    }
    if (outcome === 'unknown') {
      run = after(run, nowMs, { kind: 'settled', at, request: settled })
      return
    }
    const time = new Date(nowMs).toISOString()
    const answer =
      outcome === 'silent' || outcome === 'lost'
        ? {}
        : { ackedAt: time, responseStatus: outcome === 'ok' ? 'OK' : 'ERROR' }
    const record = { id: `r${at}`, sentAt: time, createdAt: time, ackedAt: null, ...answer }
    run = after(run, nowMs, {
      kind: 'settled',
      at,
      request: outcome === 'lost' ? settled : { ...settled, recordId: `r${at}` },
    })
    const readAtMs = outcome === 'silent' ? nowMs + minuteMs : nowMs
    run = after(run, nowMs, {
      kind: 'evidence',
      at,
      evidence: { readAtMs, recordIds: [`r${at}`], record },
    })
  }
}

function checkRules(
  run: Run,
  nowMs: number,
  sentAt: readonly number[],
  sends: ReadonlyMap<number, number>,
) {
  const { document, rows, progress } = run
  const broken: string[] = []
  const rule = (holds: boolean, text: string) => {
    if (!holds) broken.push(text)
  }
  const counts = countStates(run)
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  rule(total === rows.length, 'each plant is in exactly one state')
  rule(
    [...sends.values()].every((count) => count <= 1),
    'each plant is sent to at most once',
  )
  const [before = -Infinity, last = Infinity] = sentAt.slice(-2)
  rule(last - before >= spacingMsOf(run), 'never faster than the rate')
  const limits = new LimitCounter(document, inFlightOf(run, nowMs))
  const uses = document.plants.flatMap((_plant, at) => limits.usesOf(at))
  rule(
    uses.every(({ inFlight, allowed }) => inFlight <= allowed),
    'the blast radius holds',
  )
  const canary = waveRows(run, 0).flatMap((at) => rows[at] ?? [])
  rule(canary.length <= document.settings.canary, 'the canary has its size')
  const isWell = canary.every(
    (row) => stateIn(run, row) === 'ok' && row.watch?.problems.length === 0,
  )
  rule(progress.wave === 0 || isWell, 'no wave starts before the canary is well')
  const left = (counts.get('not-sent') ?? 0) + (counts.get('sending') ?? 0)
  rule(progress.phase !== 'finished' || left === 0, 'a finished run leaves nothing')
  expect(broken).toEqual([])
}

it('keeps its rules whatever the platform answers, and whenever it is interrupted', () => {
  const ends = new Map<string, number>()
  fc.assert(
    fc.property(play, (given) => {
      const { run } = playRun(given)
      ends.set(run.progress.phase, (ends.get(run.progress.phase) ?? 0) + 1)
    }),
    { numRuns: 150 },
  )
  // The plays reach every end, so that none of the rules is idle.
  for (const phase of ['finished', 'halted', 'stopped']) expect(ends.get(phase)).toBeGreaterThan(0)
})

it('never starts the second wave when a canary plant drops after its answer', () => {
  fc.assert(
    fc.property(play, (given) => {
      const all = { ...given, incidents: [], dropped: [true, true, true] }
      const { run, sends } = playRun({
        ...all,
        script: given.script.map(({ delayMs }) => ({ outcome: 'ok' as const, delayMs })),
      })
      expect(run.progress.phase).toBe('halted')
      expect(run.progress.halt?.reason).toBe('canary')
      expect(sends.size).toBe(Math.min(given.plants, run.document.settings.canary))
    }),
    { numRuns: 60 },
  )
})

it('limits a value to its share, rounded down, and never to none', () => {
  expect(allowedOf(10, 100)).toBe(10)
  expect(allowedOf(10, 19)).toBe(1)
  expect(allowedOf(1, 3)).toBe(1)
  expect(spacingMsOf({ document: testDocument([testRunPlant('a')], { perMinute: 60 }) })).toBe(
    secondMs,
  )
})
