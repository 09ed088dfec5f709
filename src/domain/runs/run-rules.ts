// When a run may go on: the canary, the share that must answer OK, and the brake.
import {
  type HaltReason,
  type Run,
  answerMsOf,
  candidatesOf,
  isWaveOver,
  stateIn,
  waveRows,
} from './run-progress'
import { type RunRow, type RunRowState, isSettled } from './run-row'
import { countOf } from '@/lib/format-count'
import { secondMs } from '@/lib/instants'

/** Fewer settled plants say nothing about a share. */
const brakeFrom = 5
/** The states that the brake counts: failed, or of unknown outcome. */
const braking: ReadonlySet<RunRowState> = new Set(['error', 'refused', 'no-answer', 'unknown'])

/** A rule that ends a run, in words. */
interface Halt {
  reason: HaltReason
  detail: string
}

/** What a run may do next by its rules. */
export type Verdict =
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
  const braked = brakeOf(run, nowMs)
  if (braked) return { kind: 'halt', halt: braked }
  if (!isWaveOver(run, nowMs)) return { kind: 'go-on' }
  const { wave, bakedFromMs } = run.progress
  const rows = waveRows(run, wave).flatMap((at) => run.rows[at] ?? [])
  const failed = wave === 0 ? canaryFailure(run, rows) : advanceFailure(run, rows)
  if (failed) return { kind: 'halt', halt: failed }
  if (wave === 0 && rows.length > 0) {
    if (bakedFromMs === undefined) return { kind: 'bake', fromMs: serverMs }
    const unwell = rows.flatMap(({ watch }) => watch?.problems ?? [])
    const [problem] = unwell
    if (problem !== undefined) return { kind: 'halt', halt: { reason: 'canary', detail: problem } }
    if (rows.some(({ watch }) => watch === undefined)) return { kind: 'go-on' }
  }
  return candidatesOf(run).length > 0 ? { kind: 'next-wave' } : { kind: 'finish' }
}

/** Returns the indices of canary plants whose bake time is over and that were not looked at since. */
export function toWatch(run: Run, { serverMs }: RunNow): number[] {
  const { phase, wave, bakedFromMs } = run.progress
  if (phase !== 'running' || wave !== 0 || bakedFromMs === undefined) return []
  if (serverMs < bakedFromMs + run.document.settings.bakeS * secondMs) return []
  return waveRows(run, 0).filter((at) => run.rows[at]?.watch === undefined)
}

function brakeOf(run: Run, nowMs: number): Halt | undefined {
  const answerMs = answerMsOf(run)
  const settled = run.rows.filter((row) => row.request && isSettled(row, answerMs, nowMs))
  const { brakePercent } = run.document.settings
  const bad = settled.filter((row) => braking.has(stateIn(run, row)))
  if (settled.length < brakeFrom || bad.length * 100 <= brakePercent * settled.length) {
    return undefined
  }
  const detail = `${bad.length} of ${countOf(settled.length, 'plant')} failed, were refused, didn’t answer or have an unknown outcome. The run stops above ${brakePercent} %.`
  return { reason: 'brake', detail }
}

function canaryFailure(run: Run, rows: readonly RunRow[]): Halt | undefined {
  const failed = rows.filter((row) => stateIn(run, row) !== 'ok')
  if (failed.length === 0) return undefined
  const detail = `${failed.length} of ${countOf(rows.length, 'canary plant')} didn’t answer OK.`
  return { reason: 'canary', detail }
}

function advanceFailure(run: Run, rows: readonly RunRow[]): Halt | undefined {
  const { advancePercent } = run.document.settings
  const ok = rows.filter((row) => stateIn(run, row) === 'ok')
  if (candidatesOf(run).length === 0 || ok.length * 100 >= advancePercent * rows.length) {
    return undefined
  }
  const detail = `${ok.length} of ${countOf(rows.length, 'plant')} in wave ${run.progress.wave} answered OK. The next wave needs ${advancePercent} %.`
  return { reason: 'advance', detail }
}
