import { withProgress, withoutStages } from './run-changes'
import { type PauseEvent, goneOn, isWaitOver, paused, resumed } from './run-pauses'
import type { Run, RunProgress } from './run-progress'
import type { RunRow } from './run-row'
import { type RowEvent, afterRowEvent } from './run-row-events'
import { type RunNow, judgeRun } from './run-rules'

/** An event of a run. */
export type RunEvent =
  | { kind: 'start'; by?: string }
  | { kind: 'resume' | 'stop' | 'tick' }
  | PauseEvent
  | RowEvent

/**
 * Returns the run after an event, and after what its rules make of it. An event that can't be true any more leaves the run as
 * it is: a reading that ended after the run was paused, or a second request to a plant.
 */
export function advanceRun(run: Run, event: RunEvent, now: RunNow): Run {
  return applyRules(afterEvent(run, event, now), now)
}

function afterEvent(run: Run, event: RunEvent, now: RunNow): Run {
  switch (event.kind) {
    case 'start':
      if (run.progress.phase !== 'ready') return run
      return withProgress(run, {
        phase: 'running',
        startedAtMs: now.serverMs,
        ...(event.by === undefined ? {} : { startedBy: event.by }),
      })
    case 'resume':
      return resumed(run, now)
    case 'stop':
      if (!isOpen(run)) return run
      return ended(run, { phase: 'stopped' }, now)
    case 'pause':
      return paused(run, event)
    case 'tick':
      return isWaitOver(run, now) ? goneOn(run) : run
    default:
      return afterRowEvent(run, event, now)
  }
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

/** Returns true while a run sends, or will go on by itself. */
export function isGoingOn({ progress }: Pick<Run, 'progress'>): boolean {
  const { phase, pause } = progress
  return phase === 'running' || (phase === 'paused' && pause?.reason === 'rate')
}

/** Returns true until a run has ended. */
export function isOpen({ progress }: Pick<Run, 'progress'>): boolean {
  return progress.phase === 'ready' || progress.phase === 'running' || progress.phase === 'paused'
}

/**
 * Returns a run as it is after its page is gone: what was being sent is unknown, and nothing goes on by itself. The progress
 * may be older than the rows, because they are stored apart.
 */
export function interruptRun(run: Run, { nowMs }: RunNow): Run {
  const rows = run.rows.map((row) => interruptedRow(row, nowMs))
  const { phase, pause } = run.progress
  const wave = Math.max(run.progress.wave, ...rows.map((row) => row.wave ?? 0))
  const cut = withProgress({ ...run, rows, stages: new Map() }, { wave })
  const hasBegun = phase === 'ready' && rows.some(({ request }) => request)
  if (!hasBegun && !isGoingOn(run)) return cut
  const wait = pause?.untilMs === undefined ? {} : { untilMs: pause.untilMs }
  return withProgress(cut, { phase: 'paused', pause: { reason: 'interrupted', ...wait } })
}

/** A plant without a request gives its place in a wave back. */
function interruptedRow(row: RunRow, nowMs: number): RunRow {
  const { request, heldBack: held, wave } = row
  if (!request) return held || wave === undefined ? row : { ...row, wave: undefined }
  return request.settledAtMs === undefined
    ? { ...row, request: { ...request, settledAtMs: nowMs } }
    : row
}
