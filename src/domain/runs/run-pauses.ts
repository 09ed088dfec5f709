// Pauses of a run: which reason counts, and when it goes on.
import { withProgress, withoutStages } from './run-changes'
import type { PauseReason, Run, RunProgress } from './run-progress'
import type { RunNow } from './run-rules'

type Pause = NonNullable<RunProgress['pause']>

/** A reason to pause. `untilMs`: the end of the wait that the server asked for, Unix ms, server's clock. */
export interface PauseEvent {
  kind: 'pause'
  reason: PauseReason
  untilMs?: number
  detail?: string
}

/** Returns a run that pauses. The first reason stays, but for a wait that would end by itself; the longest wait always does. */
export function paused(run: Run, { reason, untilMs, detail }: PauseEvent): Run {
  const { phase, pause: before } = run.progress
  if (phase !== 'running' && phase !== 'paused') return run
  const ends = [before?.untilMs, untilMs].filter((end) => end !== undefined)
  const wait = ends.length === 0 ? {} : { untilMs: Math.max(...ends) }
  const isKept = before !== undefined && before.reason !== 'rate'
  if (isKept && wait.untilMs === before.untilMs) return run
  const pause: Pause = isKept
    ? { ...before, ...wait }
    : { reason, ...wait, ...(detail === undefined ? {} : { detail }) }
  return withoutStages(withProgress(run, { phase: 'paused', pause }))
}

/** Returns a run that the user resumes; nothing is sent before the end of a wait that the server asked for. */
export function resumed(run: Run, { nowMs, serverMs }: RunNow): Run {
  const { phase, pause } = run.progress
  if (phase !== 'paused') return run
  if (pause?.untilMs === undefined || pause.untilMs <= serverMs) {
    return withProgress(goneOn(run), { resumedAtMs: nowMs })
  }
  if (pause.reason === 'rate') return run
  return withProgress(run, {
    pause: { reason: 'rate', untilMs: pause.untilMs },
    resumedAtMs: nowMs,
  })
}

/** Returns a run that goes on. Attempts before a pause say nothing about those after it. */
export function goneOn(run: Run): Run {
  const rows = run.rows.some(({ notSent: last }) => last?.tries)
    ? run.rows.map((row) => (row.notSent ? { ...row, notSent: { ...row.notSent, tries: 0 } } : row))
    : run.rows
  return withProgress({ ...run, rows }, { phase: 'running', pause: undefined })
}

/** Returns true when the wait that the server asked for is all that a run is paused for, and is over. */
export function isWaitOver({ progress }: Run, { serverMs }: RunNow): boolean {
  const { pause } = progress
  return (
    progress.phase === 'paused' &&
    pause?.reason === 'rate' &&
    (pause.untilMs ?? Infinity) <= serverMs
  )
}
