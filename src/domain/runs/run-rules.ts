// When a run may go on: the canary, the share that must answer OK, and the brake.
import {
  type HaltReason,
  type Run,
  hasCandidates,
  hasUnsent,
  indexOf,
  isSettledIn,
  isWaveOver,
  stateIn,
  waveRows,
} from './run-progress'
import type { RunRow, RunRowState } from './run-row'
import { okWords, refusedSentence } from './run-words'
import { plantLabel } from '@/domain/plant/plant-name'
import { countOf } from '@/lib/format-count'
import { secondMs } from '@/lib/instants'

/** Fewer settled plants say nothing about a share. */
const brakeFrom = 5
/** The states that the brake counts: failed, or of unknown outcome. */
const braking: ReadonlySet<RunRowState> = new Set(['error', 'refused', 'no-answer', 'unknown'])

/** The figures of a rule stay as they were, whatever later readings find. */
const beforeStop = 'Before the run stopped,'

/** A rule that ends a run, in words. */
interface Halt {
  reason: HaltReason
  detail: string
}

/** The next step that the rules of a run allow. */
type Verdict =
  | { kind: 'go-on' }
  | { kind: 'halt'; halt: Halt }
  | { kind: 'bake'; fromMs: number }
  | { kind: 'next-wave' }
  | { kind: 'finish' }

/** Now, Unix ms, by both clocks. */
export interface RunNow {
  nowMs: number
  serverMs: number
}

/** Judges a run that is under way. */
export function judgeRun(run: Run, { nowMs, serverMs }: RunNow): Verdict {
  const { wave, bakedFromMs } = run.progress
  // Once everything is sent, there is nothing to stop: the run ends with the outcomes of all its plants.
  const isStoppable = hasUnsent(run)
  const braked = isStoppable ? brakeOf(run, nowMs) : undefined
  if (braked) return { kind: 'halt', halt: braked }
  // One canary plant that failed is enough; the others need not follow.
  const failed = isStoppable && wave === 0 ? canaryFailure(run, nowMs) : undefined
  if (failed) return { kind: 'halt', halt: failed }
  if (!isWaveOver(run, nowMs)) return { kind: 'go-on' }
  const rows = waveRows(run, wave).flatMap((at) => run.rows[at] ?? [])
  // Only plants that are OK are watched.
  if (!isStoppable && rows.some((row) => stateIn(run, row) !== 'ok')) return { kind: 'finish' }
  const behind = wave === 0 ? undefined : advanceFailure(run, rows)
  if (behind) return { kind: 'halt', halt: behind }
  if (wave === 0 && rows.length > 0) {
    if (bakedFromMs === undefined) return { kind: 'bake', fromMs: serverMs }
    const unwell = watchProblems(run)
    if (isStoppable && unwell.length > 0)
      return { kind: 'halt', halt: { reason: 'canary', detail: unwell.join(' ') } }
    if (rows.some(({ watch }) => watch === undefined)) return { kind: 'go-on' }
  }
  return hasCandidates(run) ? { kind: 'next-wave' } : { kind: 'finish' }
}

/** Returns the problems that were seen on the canary plants after their bake time, in sentences. */
export function watchProblems(run: Run): string[] {
  return waveRows(run, 0).flatMap((at) => run.rows[at]?.watch?.problems ?? [])
}

/** Returns the problems of a run that finished or that the user stopped. A run that was halted for them says so itself. */
export function endProblems(run: Run): string[] {
  const { phase } = run.progress
  return phase === 'finished' || phase === 'stopped' ? watchProblems(run) : []
}

/** Returns the indices of canary plants whose bake time is over and that were not looked at since. */
export function toWatch(run: Run, { serverMs }: RunNow): number[] {
  const { phase, wave, bakedFromMs } = run.progress
  if (phase !== 'running' || wave !== 0 || bakedFromMs === undefined) return []
  if (serverMs < bakedFromMs + run.document.settings.bakeS * secondMs) return []
  return waveRows(run, 0).filter((at) => run.rows[at]?.watch === undefined)
}

function brakeOf(run: Run, nowMs: number): Halt | undefined {
  const { closed, open } = indexOf(run)
  const { brakePercent } = run.document.settings
  let [settled, bad] = [0, 0]
  const count = (state: RunRowState, plants: number) => {
    settled += plants
    if (braking.has(state)) bad += plants
  }
  for (const [state, plants] of closed) count(state, plants)
  for (const at of open) {
    const row = run.rows[at]
    if (row && isSettledIn(run, row, nowMs)) count(stateIn(run, row), 1)
  }
  if (settled < brakeFrom || bad * 100 <= brakePercent * settled) return undefined
  const detail = `${beforeStop} ${bad} of ${countOf(settled, 'plant')} failed, were refused, didn’t answer or had an unknown outcome. The run stops above ${brakePercent} %.`
  return { reason: 'brake', detail }
}

function canaryFailure(run: Run, nowMs: number): Halt | undefined {
  const first = waveRows(run, 0)
  const { kind } = run.document.action
  const failed: string[] = []
  const refused = new Map<string, string[]>()
  let waiting = 0
  for (const at of first) {
    const [plant, row] = [run.document.plants[at], run.rows[at]]
    if (!plant || !row) continue
    if (!isSettledIn(run, row, nowMs)) {
      if (row.request) waiting += 1
      continue
    }
    const state = stateIn(run, row)
    if (state === 'refused') {
      const why = row.request?.refusal ?? ''
      refused.set(why, [...(refused.get(why) ?? []), plantLabel(plant)])
    } else if (state !== 'ok') failed.push(plantLabel(plant))
  }
  if (failed.length === 0 && refused.size === 0) return undefined
  const sentences = [...refused].map(([why, names]) => refusedSentence(kind, names.join(', '), why))
  if (failed.length > 0) {
    const names = failed.join(', ')
    const who =
      first.length === 1
        ? `The first plant, ${names},`
        : `${failed.length} of the first ${first.length} plants (${names})`
    sentences.push(`${who} ${okWords[kind].isNotOk}.`)
  }
  // Their outcomes are in the table, and may come later.
  if (waiting > 0) {
    const others = countOf(waiting, 'other outcome was', 'other outcomes were')
    sentences.push(`${others} still open.`)
  }
  return { reason: 'canary', detail: sentences.join(' ') }
}

function advanceFailure(run: Run, rows: readonly RunRow[]): Halt | undefined {
  const { advancePercent } = run.document.settings
  const ok = rows.filter((row) => stateIn(run, row) === 'ok')
  if (!hasCandidates(run) || ok.length * 100 >= advancePercent * rows.length) {
    return undefined
  }
  const detail = `${beforeStop} ${ok.length} of ${countOf(rows.length, 'plant')} in wave ${run.progress.wave} ${okWords[run.document.action.kind].isOk}. The next wave needs ${advancePercent} %.`
  return { reason: 'advance', detail }
}
