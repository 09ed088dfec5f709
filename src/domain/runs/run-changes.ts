// Changes of a run, each to a new one: a run never changes in place.
import { replaceRow } from './run-index'
import type { Run, RunProgress } from './run-progress'
import type { RunRow } from './run-row'

/** Returns a run whose progress changed. */
export function withProgress(run: Run, change: Partial<RunProgress>): Run {
  return { ...run, progress: { ...run.progress, ...change } }
}

/** Returns a run with a change of one row. */
export function withRow(run: Run, at: number, change: Partial<RunRow>): Run {
  const row = run.rows[at]
  return row ? { ...run, rows: replaceRow(run.rows, at, { ...row, ...change }) } : run
}

/** Returns a run with a plant that is being read, or was; without a stage, it is neither. */
export function withStage(run: Run, at: number, stage?: 'checking' | { checkedAtMs: number }): Run {
  const stages = new Map(run.stages)
  if (stage === undefined) stages.delete(at)
  else stages.set(at, stage)
  return { ...run, stages }
}

/** Returns a run without plants that were only read: their turn comes again when it goes on. */
export function withoutStages(run: Run): Run {
  return run.stages.size === 0 ? run : { ...run, stages: new Map() }
}
