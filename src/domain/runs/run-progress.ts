import type { RunDocument } from './run-document'
import { type RunRow, type RunRowState, isInFlight, isSettled, rowState } from './run-row'
import { secondMs } from '@/lib/instants'

/** Phase of a run. A halted run was ended by its own rules, a stopped one by the user; neither goes on. */
export type RunPhase = 'ready' | 'running' | 'paused' | 'halted' | 'stopped' | 'finished'

/** The reason why a run is paused; only a wait that the server asked for ends by itself. */
export type PauseReason = 'user' | 'rate' | 'session' | 'offline' | 'storage' | 'interrupted'

/** The rule that halted a run. */
export type HaltReason = 'canary' | 'advance' | 'brake'

/** How far a run has come, apart from its rows. Times are Unix ms, server's clock. */
export interface RunProgress {
  phase: RunPhase
  pause?: { reason: PauseReason; untilMs?: number; detail?: string } | undefined
  halt?: { reason: HaltReason; detail: string } | undefined
  /** The wave under way, counted from 0, the canary. */
  wave: number
  startedAtMs?: number | undefined
  endedAtMs?: number | undefined
  /** When the canary plants had answered; they are watched from then on. */
  bakedFromMs?: number | undefined
}

/** A run with what is known of its plants. Rows have the order of the document's plants. */
export interface Run {
  document: RunDocument
  progress: RunProgress
  rows: readonly RunRow[]
  /** Plants that are being read before their request, by index, and those that were read, with the time (device's clock). */
  stages: ReadonlyMap<number, 'checking' | { checkedAtMs: number }>
  /** Time of the latest request, Unix ms, device's clock; 0 before the first. */
  lastSentAtMs: number
}

const states = new WeakMap<RunRow, { answerMs: number; state: RunRowState }>()

/** Returns how long a run awaits an answer, ms. */
export const answerMsOf = ({ document }: Pick<Run, 'document'>) =>
  document.settings.answerS * secondMs

/** Returns the state of a plant in a run. Rows never change in place, so each is judged once. */
export function stateIn(run: Pick<Run, 'document'>, row: RunRow): RunRowState {
  const answerMs = answerMsOf(run)
  const known = states.get(row)
  if (known?.answerMs === answerMs) return known.state
  const state = rowState(row, answerMs)
  states.set(row, { answerMs, state })
  return state
}

/** Returns a run that has not begun. */
export function newRun(document: RunDocument): Run {
  return {
    document,
    progress: { phase: 'ready', wave: 0 },
    rows: document.plants.map(({ id }) => ({ plantId: id })),
    stages: new Map(),
    lastSentAtMs: 0,
  }
}

/** Returns how many plants are in each state. */
export function countStates(run: Run): Map<RunRowState, number> {
  const counts = new Map<RunRowState, number>()
  for (const row of run.rows) {
    const state = stateIn(run, row)
    counts.set(state, (counts.get(state) ?? 0) + 1)
  }
  return counts
}

/** Returns the indices of the plants in flight: being read for their turn, sent, or awaiting an answer. */
export function inFlightOf(run: Run): number[] {
  const answerMs = answerMsOf(run)
  return run.rows.flatMap((row, at) =>
    run.stages.has(at) || (row.request && isInFlight(row, answerMs)) ? [at] : [],
  )
}

/** Returns the size of a wave: the canary is wave 0. */
export function waveSizeOf({ settings }: RunDocument, wave: number): number {
  return wave === 0 ? settings.canary : settings.waveSize
}

/** Returns the indices of the rows of a wave. Plants that were held back leave their place to others. */
export function waveRows(run: Run, wave: number): number[] {
  return run.rows.flatMap((row, at) => (row.wave === wave && !row.heldBack ? [at] : []))
}

/** Returns the indices of plants whose turn has not come, or whose attempt sent nothing. */
export function candidatesOf(run: Run): number[] {
  const { wave } = run.progress
  return run.rows.flatMap((row, at) => {
    const isFree = row.wave === undefined || row.wave === wave
    return isFree && !run.stages.has(at) && stateIn(run, row) === 'not-sent' ? [at] : []
  })
}

/** Returns true when a wave has all its plants and each of them is settled (`nowMs`: Unix ms, device's clock). */
export function isWaveOver(run: Run, nowMs: number): boolean {
  const { wave } = run.progress
  const rows = waveRows(run, wave)
  if (rows.some((at) => run.stages.has(at))) return false
  const answerMs = answerMsOf(run)
  const isFull = rows.length >= waveSizeOf(run.document, wave)
  if (!isFull && candidatesOf(run).length > 0) return false
  return rows.every((at) => {
    const row = run.rows[at]
    return row !== undefined && isSettled(row, answerMs, nowMs)
  })
}
