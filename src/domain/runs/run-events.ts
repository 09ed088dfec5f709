// The state machine of a run. Everything that happens is an event; what follows from it is decided here and in `run-rules`.
import { type PauseReason, type Run, type RunProgress, stateIn } from './run-progress'
import type { CanaryWatch, RunEvidence, RunRequest, RunRow } from './run-row'
import { type RunNow, judgeRun } from './run-rules'

/** What happens to a run; `at` is the index of a plant. */
export type RunEvent =
  | { kind: 'start' | 'resume' | 'stop' | 'tick' }
  | { kind: 'pause'; reason: PauseReason; untilMs?: number; detail?: string }
  | { kind: 'checking'; at: number }
  | { kind: 'checked'; at: number; alertIds: readonly string[] | undefined }
  | { kind: 'held-back'; at: number; reasons: readonly string[] }
  | { kind: 'not-sent'; at: number; reason: string }
  | { kind: 'sending'; at: number; request: RunRequest }
  | { kind: 'settled'; at: number; request: RunRequest }
  | { kind: 'evidence'; at: number; evidence: RunEvidence; matchedId?: string | undefined }
  | { kind: 'watched'; at: number; watch: CanaryWatch }

/** Returns the run after an event, and after what its rules make of it. */
export function advanceRun(run: Run, event: RunEvent, now: RunNow): Run {
  return applyRules(afterEvent(run, event, now), now)
}

function afterEvent(run: Run, event: RunEvent, now: RunNow): Run {
  switch (event.kind) {
    case 'start':
      if (run.progress.phase !== 'ready') return run
      return withProgress(run, { phase: 'running', startedAtMs: now.serverMs })
    case 'resume':
      if (run.progress.phase !== 'paused') return run
      return withProgress(run, { phase: 'running', pause: undefined })
    case 'stop':
      if (!isOpen(run)) return run
      return ended(run, { phase: 'stopped' }, now)
    case 'pause':
      return paused(run, event)
    case 'tick':
      return isWaitOver(run, now) ? withProgress(run, { phase: 'running', pause: undefined }) : run
    default:
      return afterRowEvent(run, event, now)
  }
}

type RowEvent = Extract<RunEvent, { at: number }>

function afterRowEvent(run: Run, event: RowEvent, { nowMs, serverMs }: RunNow): Run {
  const { at } = event
  switch (event.kind) {
    case 'checking':
      return withStage(
        withRow(run, at, { wave: run.progress.wave, notSent: undefined }),
        at,
        'checking',
      )
    case 'checked':
      return withStage(withRow(run, at, { alertIds: event.alertIds }), at, { checkedAtMs: nowMs })
    case 'held-back': {
      const heldBack = { reasons: event.reasons, atMs: serverMs }
      return withStage(withRow(run, at, { heldBack, notSent: undefined }), at)
    }
    case 'not-sent': {
      const notSent = { reason: event.reason, atMs: serverMs }
      return withStage(withRow(run, at, { notSent, request: undefined }), at)
    }
    case 'sending':
      return {
        ...withStage(withRow(run, at, { request: event.request }), at),
        lastSentAtMs: nowMs,
      }
    case 'settled':
      return withRow(run, at, { request: event.request })
    case 'evidence':
      return withEvidence(run, event)
    case 'watched':
      return withRow(run, at, { watch: event.watch })
  }
}

/** A later reading never takes back an answer: the history may have moved it to another page. */
function withEvidence(
  run: Run,
  { at, evidence, matchedId }: Extract<RunEvent, { kind: 'evidence' }>,
): Run {
  const row = run.rows[at]
  if (!row?.request) return run
  const isLost = row.evidence?.record !== undefined && evidence.record === undefined
  const request = matchedId === undefined ? row.request : { ...row.request, matchedId }
  return withRow(run, at, { request, evidence: isLost ? row.evidence : evidence })
}

function paused(run: Run, { reason, untilMs, detail }: Extract<RunEvent, { kind: 'pause' }>): Run {
  const { phase } = run.progress
  const canPause =
    phase === 'running' || (phase === 'paused' && run.progress.pause?.reason === 'rate')
  if (!canPause) return run
  const pause = {
    reason,
    ...(untilMs === undefined ? {} : { untilMs }),
    ...(detail === undefined ? {} : { detail }),
  }
  return withoutStages(withProgress(run, { phase: 'paused', pause }))
}

function isWaitOver({ progress }: Run, { serverMs }: RunNow): boolean {
  const { pause } = progress
  return (
    progress.phase === 'paused' &&
    pause?.reason === 'rate' &&
    (pause.untilMs ?? Infinity) <= serverMs
  )
}

function applyRules(run: Run, now: RunNow): Run {
  if (run.progress.phase !== 'running') return run
  const verdict = judgeRun(run, now)
  switch (verdict.kind) {
    case 'go-on':
      return run
    case 'halt':
      return ended(run, { phase: 'halted', halt: verdict.halt }, now)
    case 'bake':
      return withProgress(run, { bakedFromMs: verdict.fromMs })
    case 'next-wave':
      return withProgress(run, { wave: run.progress.wave + 1 })
    case 'finish':
      return ended(run, { phase: 'finished' }, now)
  }
}

function ended(run: Run, change: Partial<RunProgress>, { serverMs }: RunNow): Run {
  return withoutStages(withProgress(run, { ...change, pause: undefined, endedAtMs: serverMs }))
}

/** Returns true until a run has ended. */
export function isOpen({ progress }: Pick<Run, 'progress'>): boolean {
  return progress.phase === 'ready' || progress.phase === 'running' || progress.phase === 'paused'
}

/**
 * Returns a run as it is after its page is gone: what was being sent is unknown, and nothing goes on by itself.
 */
export function interruptRun(run: Run, { nowMs }: RunNow): Run {
  const rows = run.rows.map((row) =>
    row.request && stateIn(run, row) === 'sending'
      ? { ...row, request: { ...row.request, settledAtMs: nowMs } }
      : row,
  )
  const cut: Run = { ...run, rows, stages: new Map() }
  if (run.progress.phase !== 'running' && run.progress.pause?.reason !== 'rate') return cut
  return withProgress(cut, { phase: 'paused', pause: { reason: 'interrupted' } })
}

function withProgress(run: Run, change: Partial<RunProgress>): Run {
  return { ...run, progress: { ...run.progress, ...change } }
}

function withRow(run: Run, at: number, change: Partial<RunRow>): Run {
  const row = run.rows[at]
  return row ? { ...run, rows: run.rows.with(at, { ...row, ...change }) } : run
}

function withStage(run: Run, at: number, stage?: 'checking' | { checkedAtMs: number }): Run {
  const stages = new Map(run.stages)
  if (stage === undefined) stages.delete(at)
  else stages.set(at, stage)
  return { ...run, stages }
}

/** Plants that were only read are not sent; their turn comes again when the run goes on. */
function withoutStages(run: Run): Run {
  return run.stages.size === 0 ? run : { ...run, stages: new Map() }
}
