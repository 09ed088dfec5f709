// Commands of this browser's runs that a plant hasn't answered, as the run last read them.
import type { AwaitedPlant } from './attention-survey'
import { followedForMs } from './awaited-answers'
import { plantLabel } from '@/domain/plant/plant-name'
import { type Run, isSettledIn, stateIn } from '@/domain/runs/run-progress'
import { type RunRow, reconcileMs } from '@/domain/runs/run-row'
import type { RunNow } from '@/domain/runs/run-rules'
import { secondMs } from '@/lib/instants'

type FollowedRun = Pick<Run, 'document' | 'progress' | 'rows'>

/**
 * Returns the plants that haven't answered a command of some runs within the last day, or of which the outcome is unknown.
 * Each plant once, with its earliest command.
 */
export function awaitedOfRuns(runs: readonly FollowedRun[], now: RunNow): AwaitedPlant[] {
  const awaited = new Map<string, AwaitedPlant & { atMs: number }>()
  for (const one of runs.flatMap((run) => awaitedOfRun(run, now))) {
    const known = awaited.get(one.id)
    if (!known || one.atMs < known.atMs) awaited.set(one.id, one)
  }
  return [...awaited.values()]
}

function awaitedOfRun(run: FollowedRun, { nowMs, serverMs }: RunNow) {
  const { action, id: runId, plants } = run.document
  if (action.kind !== 'command') return []
  // The tab that waits for an answer may be gone.
  const lateMs = run.document.settings.answerS * secondMs + reconcileMs
  return run.rows.flatMap((row, at) => {
    const [plant, sentAtMs] = [plants[at], row.request?.clickedAtMs]
    if (!plant || sentAtMs === undefined || sentAtMs < serverMs - followedForMs) return []
    const known = ended(row, sentAtMs)
    const state = stateIn(run, known)
    const isOverdue = state === 'waiting' && serverMs - sentAtMs > lateMs
    const isLost = state === 'unknown' && isSettledIn(run, known, nowMs)
    const isOpen = state === 'no-answer' || isOverdue || isLost
    if (!isOpen) return []
    const { id } = plant
    return [{ kind: 'run-no-answer' as const, id, label: plantLabel(plant), atMs: sentAtMs, runId }]
  })
}

/** Returns a row whose request has ended: when its tab closed while it was sent, nothing says more than its beginning. */
function ended(row: RunRow, sentAtMs: number): RunRow {
  const { request } = row
  if (!request || request.settledAtMs !== undefined) return row
  return { ...row, request: { ...request, settledAtMs: sentAtMs } }
}
