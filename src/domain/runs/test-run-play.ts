// A simulated platform that plays any answer at any time, and a user and a browser that interrupt the run.
import { type RunEvent, advanceRun, interruptRun, isOpen } from './run-events'
import { type Run, newRun } from './run-progress'
import type { RunSettings } from './run-settings'
import { nextSteps } from './run-steps'
import { testDocument, testRequest, testRunPlant } from './test-runs'
import { minuteMs } from '@/lib/instants'
import { fc } from '@/lib/test-properties'

const outcomes = ['ok', 'error', 'silent', 'refused', 'unknown', 'lost', 'drift', 'late'] as const
type Outcome = (typeof outcomes)[number] | 'found'
const incidents = ['pause', 'session', 'stop', 'rate', 'crash', 'old crash', 'noise'] as const

/** A run to play. */
export interface Play {
  plants: number
  sites: number[]
  settings: Omit<RunSettings, 'limits'>
  percent: number
  script: { outcome: Outcome; delayMs: number }[]
  incidents: { atStep: number; what: (typeof incidents)[number] }[]
  dropped: boolean[]
}

const most = 30
const upTo = (min: number, max: number) => fc.integer({ min, max })
const listOf = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: most, maxLength: most })

/** Any play of up to 30 plants at three sites. */
export const anyPlay: fc.Arbitrary<Play> = fc.record({
  plants: upTo(1, most),
  sites: listOf(upTo(0, 2)),
  settings: fc.record({
    canary: upTo(1, 3),
    waveSize: upTo(1, 10),
    concurrency: upTo(1, 5),
    perMinute: upTo(20, 600),
    advancePercent: upTo(0, 100),
    brakePercent: upTo(0, 100),
    bakeS: upTo(0, 20),
    answerS: upTo(5, 20),
  }),
  percent: upTo(1, 100),
  script: listOf(
    fc.record({
      outcome: fc.oneof(
        { weight: 6, arbitrary: fc.constant('ok' as const) },
        fc.constantFrom(...outcomes),
      ),
      delayMs: upTo(0, 8_000),
    }),
  ),
  incidents: fc.array(fc.record({ atStep: upTo(0, 300), what: fc.constantFrom(...incidents) }), {
    maxLength: 4,
  }),
  dropped: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
})

/** A play so far, as the platform and the user know it. */
export interface Played {
  run: Run
  nowMs: number
  /** Times of the requests since the page was opened. */
  sentAt: number[]
  sends: Map<number, number>
  /** Record of each plant on the platform: its answer, or ''. */
  recorded: Map<number, 'OK' | 'ERROR' | ''>
  /** Until when the server wants no requests. */
  quietUntilMs: number
  /** True from a pause that only the user ends until it is ended, and after the end. */
  isBarred: boolean
}

function documentOf({ plants, sites, settings, percent }: Play) {
  const used = sites.slice(0, plants)
  const populations = [...new Set(used)].map((site) => ({
    attribute: 'meta.site',
    value: `${site}`,
    plants: used.filter((one) => one === site).length,
  }))
  return testDocument(
    used.map((site, at) => testRunPlant(`p${at}`, { values: [[`${site}`]] })),
    { ...settings, limits: [{ attribute: 'meta.site', percent }] },
    { populations },
  )
}

/** Plays a run to its end in steps of 500 ms. Calls `check` after every event, and `onSend` before every request. */
export function playRun(
  play: Play,
  check: (played: Played) => void = () => undefined,
  onSend: (played: Played, at: number) => void = () => undefined,
): Played {
  const script = [...play.script]
  const planOf = (at: number) => script[at] ?? { outcome: 'ok' as const, delayMs: 0 }
  let due: { atMs: number; at: number; outcome: Outcome }[] = []
  const now: Played = {
    run: newRun(documentOf(play)),
    nowMs: 1_000,
    sentAt: [],
    sends: new Map(),
    recorded: new Map(),
    quietUntilMs: 0,
    isBarred: false,
  }
  const clocks = () => ({ nowMs: now.nowMs, serverMs: now.nowMs })
  const tell = (event: RunEvent) => {
    const before = now.run
    now.run = advanceRun(before, event, clocks())
    if (now.run !== before) check(now)
  }
  let older = now.run.progress
  tell({ kind: 'start' })

  for (let step = 0; step < 6_000 && (isOpen(now.run) || due.length > 0); step += 1) {
    for (const { what } of play.incidents.filter(({ atStep }) => atStep === step)) interrupt(what)
    older = now.run.progress
    const arrived = due.filter(({ atMs }) => atMs <= now.nowMs)
    due = due.filter(({ atMs }) => atMs > now.nowMs)
    for (const one of arrived.toSorted((a, b) => a.atMs - b.atMs)) settle(one.at, one.outcome)
    const { check: checks, watch } = nextSteps(now.run, clocks())
    for (const at of checks) read(at)
    const { send: next } = nextSteps(now.run, clocks())
    if (next !== undefined) send(next)
    for (const at of watch) {
      const problems = play.dropped[at] ? ['It is Offline now.'] : []
      tell({ kind: 'watched', at, watch: { readAtMs: now.nowMs, problems } })
    }
    tell({ kind: 'tick' })
    if (step % 7 === 0 && now.isBarred && isOpen(now.run)) {
      now.isBarred = false
      tell({ kind: 'resume' })
    }
    now.nowMs += 500
  }
  return now

  function interrupt(what: (typeof incidents)[number]) {
    const { phase } = now.run.progress
    if (!isOpen(now.run)) return
    if (what === 'stop') {
      now.isBarred = true
      tell({ kind: 'stop' })
    } else if (what === 'pause' || what === 'session') {
      now.isBarred = true
      tell({ kind: 'pause', reason: what === 'pause' ? 'user' : 'session' })
    } else if (what === 'rate') {
      now.quietUntilMs = Math.max(now.quietUntilMs, now.nowMs + 3_000)
      tell({ kind: 'pause', reason: 'rate', untilMs: now.nowMs + 3_000 })
    } else if (what === 'noise') makeNoise()
    else crash(what === 'old crash' && phase !== 'paused' ? older : now.run.progress)
  }

  /** Only rows and progress are on disk; the progress may be older. What was on its way is found by later readings. */
  function crash(progress: Run['progress']) {
    const stored = structuredClone({ document: now.run.document, rows: now.run.rows, progress })
    now.isBarred = true
    now.sentAt = []
    now.run = interruptRun({ ...stored, stages: new Map(), lastSentAtMs: 0 }, clocks())
    due = due
      .filter(({ at }) => now.recorded.has(at))
      .map((one) => ({ ...one, outcome: 'found' as const }))
    check(now)
  }

  /** Events that come too late, or twice. */
  function makeNoise() {
    for (const [at, row] of now.run.rows.entries()) {
      if (!row.request) tell({ kind: 'settled', at, request: testRequest(0, { refusal: 'No.' }) })
      else {
        tell({ kind: 'checked', at, alertIds: [] })
        tell({ kind: 'checking', at })
        tell({ kind: 'sending', at, request: testRequest(now.nowMs, { key: 'second' }) })
        tell({ kind: 'settled', at, request: testRequest(0, { key: 'second', refusal: 'No.' }) })
        if (row.request.settledAtMs !== undefined) tell({ kind: 'not-sent', at, reason: 'Late.' })
        tell({ kind: 'unread', at })
        tell({ kind: 'evidence', at, evidence: { readAtMs: now.nowMs, recordIds: [] } })
      }
    }
  }

  function read(at: number) {
    tell({ kind: 'checking', at })
    if (planOf(at).outcome === 'drift')
      tell({ kind: 'held-back', at, reasons: ['Its name changed'] })
    else tell({ kind: 'checked', at, alertIds: [] })
  }

  function send(at: number) {
    const { outcome, delayMs } = planOf(at)
    onSend(now, at)
    now.sentAt.push(now.nowMs)
    now.sends.set(at, (now.sends.get(at) ?? 0) + 1)
    if (outcome === 'ok' || outcome === 'lost') now.recorded.set(at, 'OK')
    else if (outcome === 'error') now.recorded.set(at, 'ERROR')
    else if (outcome === 'silent' || outcome === 'unknown') now.recorded.set(at, '')
    tell({ kind: 'sending', at, request: testRequest(now.nowMs, { key: `key-${at}` }) })
    due.push({ atMs: now.nowMs + delayMs, at, outcome })
  }

  function settle(at: number, outcome: Outcome) {
    const request = now.run.rows[at]?.request
    if (!request) return
    const settled = { ...request, settledAtMs: now.nowMs }
    if (outcome === 'late') {
      tell({ kind: 'not-sent', at, reason: 'Offline.' })
      now.sends.set(at, (now.sends.get(at) ?? 0) - 1)
      script[at] = { outcome: 'ok', delayMs: 0 }
    } else if (outcome === 'refused') {
      tell({ kind: 'settled', at, request: { ...settled, refusal: 'No.' } })
      tell({ kind: 'evidence', at, evidence: { readAtMs: now.nowMs, recordIds: [] } })
    } else if (outcome === 'unknown') tell({ kind: 'settled', at, request: settled })
    else {
      const isKnown = outcome !== 'lost' && outcome !== 'found'
      if (isKnown) tell({ kind: 'settled', at, request: { ...settled, recordId: `r${at}` } })
      else if (outcome === 'lost') tell({ kind: 'settled', at, request: settled })
      tell({
        kind: 'evidence',
        at,
        evidence: evidenceOf(at),
        matchedId: isKnown ? undefined : `r${at}`,
      })
    }
  }

  /** A plant that doesn't answer is read again long after its time. */
  function evidenceOf(at: number) {
    const answer = now.recorded.get(at)
    const time = new Date(now.nowMs).toISOString()
    const record = { id: `r${at}`, sentAt: time, createdAt: time, ackedAt: null }
    return {
      readAtMs: answer ? now.nowMs : now.nowMs + minuteMs,
      recordIds: [`r${at}`],
      record: answer ? { ...record, ackedAt: time, responseStatus: answer } : record,
    }
  }
}
