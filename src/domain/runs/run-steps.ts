// What a run may do now. The engine does it, and reports it as events.
import { LimitCounter } from './run-limits'
import { type Run, inFlightOf, indexOf, retriesOf, stateIn, waveSizeOf } from './run-progress'
import { hasPassed } from './run-row'
import { type RunNow, toWatch } from './run-rules'
import { maxConfirmedAgeMs } from '@/domain/actions/confirmation'
import { minuteMs } from '@/lib/instants'

/** Steps of a run by the index of the plant. */
interface RunSteps {
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
  return { check: checksOf(run, now), send: sendOf(run, now), watch: toWatch(run, now) }
}

/** Returns how long requests are apart, ms. */
export function spacingMsOf({ document }: Pick<Run, 'document'>): number {
  return minuteMs / document.settings.perMinute
}

/** Plants whose attempt sent nothing come first, then new ones while the wave has places. */
function checksOf(run: Run, { nowMs }: RunNow): number[] {
  const { document, stages, progress } = run
  const { fresh, open, waves } = indexOf(run)
  const sending = [...open].filter((at) => {
    const row = run.rows[at]
    return row !== undefined && stateIn(run, row) === 'sending'
  })
  const room = document.settings.concurrency - stages.size - sending.length
  if (room <= 0 || !isDueSoon(run, nowMs)) return []
  const limits = new LimitCounter(document, inFlightOf(run, nowMs))
  const places = waveSizeOf(document, progress.wave) - (waves.get(progress.wave)?.size ?? 0)
  const retries = withRoom(retriesOf(run), room, limits)
  return [...retries, ...withRoom(fresh, Math.min(room - retries.length, places), limits)]
}

/** A plant that is read long before its request would have to be read again. */
const soonMs = maxConfirmedAgeMs / 2

function isDueSoon(run: Run, nowMs: number): boolean {
  const spacingMs = spacingMsOf(run)
  const beforeMs = (1 + run.stages.size) * spacingMs - soonMs
  return beforeMs <= 0 || hasPassed(run.lastSentAtMs, beforeMs, nowMs)
}

/** Chooses up to `most` plants that keep the limits, and counts them. */
function withRoom(candidates: Iterable<number>, most: number, limits: LimitCounter): number[] {
  const chosen: number[] = []
  if (most <= 0) return chosen
  for (const at of candidates) {
    if (!limits.hasRoomFor(at)) continue
    limits.add(at)
    chosen.push(at)
    if (chosen.length >= most) break
  }
  return chosen
}

/** Of the plants that were read, the one that waits longest; a reading that is too old is done again. */
function sendOf(run: Run, { nowMs }: RunNow): number | undefined {
  if (!hasPassed(run.lastSentAtMs, spacingMsOf(run), nowMs)) return undefined
  for (const [at, stage] of run.stages) {
    if (stage !== 'checking' && !isExpired(stage, nowMs)) return at
  }
  return undefined
}

/** Returns the plants whose reading has become too old to be confirmed by; they are read again. */
export function expiredChecks({ stages }: Run, { nowMs }: RunNow): number[] {
  return [...stages].flatMap(([at, stage]) =>
    stage !== 'checking' && isExpired(stage, nowMs) ? [at] : [],
  )
}

/** A reading from the future, of a clock that was set back, confirms nothing either. */
function isExpired({ checkedAtMs }: { checkedAtMs: number }, nowMs: number): boolean {
  return Math.abs(nowMs - checkedAtMs) > maxConfirmedAgeMs
}
