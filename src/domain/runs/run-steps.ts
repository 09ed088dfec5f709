// What a run may do now. The engine does it, and reports it as events.
import { LimitCounter } from './run-limits'
import { type Run, candidatesOf, inFlightOf, stateIn, waveRows, waveSizeOf } from './run-progress'
import { type RunNow, toWatch } from './run-rules'
import { maxConfirmedAgeMs } from '@/domain/actions/confirmation'
import { minuteMs } from '@/lib/instants'

/** Steps of a run by the index of the plant. */
export interface RunSteps {
  /** Plants to read before their request. */
  check: readonly number[]
  /** The plant whose request is due. */
  send: number | undefined
  /** Canary plants to look at after their bake time. */
  watch: readonly number[]
}

const none: RunSteps = { check: [], send: undefined, watch: [] }

/** Returns what a run may do now: nothing unless it is running. */
export function nextSteps(run: Run, now: RunNow): RunSteps {
  if (run.progress.phase !== 'running') return none
  return { check: checksOf(run), send: sendOf(run, now), watch: toWatch(run, now) }
}

/** Returns how long requests are apart, ms. */
export function spacingMsOf({ document }: Pick<Run, 'document'>): number {
  return minuteMs / document.settings.perMinute
}

function checksOf(run: Run): number[] {
  const { document, rows, stages, progress } = run
  const busy =
    stages.size + rows.filter((row) => row.request && stateIn(run, row) === 'sending').length
  const left = waveSizeOf(document, progress.wave) - startedIn(run)
  const room = document.settings.concurrency - busy
  if (room <= 0) return []
  const limits = new LimitCounter(document, inFlightOf(run))
  const chosen: number[] = []
  let fresh = 0
  for (const at of candidatesOf(run)) {
    if (chosen.length >= room) break
    const isNew = rows[at]?.wave === undefined
    if ((isNew && fresh >= left) || !limits.hasRoomFor(at)) continue
    limits.add(at)
    chosen.push(at)
    if (isNew) fresh += 1
  }
  return chosen
}

function startedIn(run: Run): number {
  return waveRows(run, run.progress.wave).length
}

/** Of the plants that were read, the one that waits longest; a reading that is too old is done again. */
function sendOf(run: Run, { nowMs }: RunNow): number | undefined {
  if (nowMs < run.lastSentAtMs + spacingMsOf(run)) return undefined
  for (const [at, stage] of run.stages) {
    if (stage !== 'checking' && nowMs - stage.checkedAtMs <= maxConfirmedAgeMs) return at
  }
  return undefined
}

/** Returns the plants whose reading has become too old to be confirmed by; they are read again. */
export function expiredChecks({ stages }: Run, { nowMs }: RunNow): number[] {
  return [...stages].flatMap(([at, stage]) =>
    stage !== 'checking' && nowMs - stage.checkedAtMs > maxConfirmedAgeMs ? [at] : [],
  )
}
