import type { RunDocument } from './run-document'
import { type RowsIndex, indexOfRows } from './run-index'
import { type RunRow, type RunRowState, isSettled, rowState } from './run-row'
import { secondMs } from '@/lib/instants'

/** Phase of a run. A halted run was ended by its own rules, a stopped one by the user; neither goes on. */
export type RunPhase = 'ready' | 'running' | 'paused' | 'halted' | 'stopped' | 'finished'

/** The reason why a run is paused; only `rate`, a wait that the server asked for, ends by itself. */
export type PauseReason =
  | 'user'
  | 'rate'
  | 'session'
  | 'forbidden'
  | 'offline'
  | 'storage'
  | 'interrupted'

/** The rule that halted a run. */
export type HaltReason = 'canary' | 'advance' | 'brake'

/** Progress of a run, apart from its rows. Times are Unix ms, server's clock. */
export interface RunProgress {
  phase: RunPhase
  /** `untilMs` is the end of the wait that the server asked for, whatever else the run is paused for. */
  pause?: { reason: PauseReason; untilMs?: number; detail?: string } | undefined
  halt?: { reason: HaltReason; detail: string } | undefined
  /** The wave under way, counted from 0, the canary. */
  wave: number
  startedAtMs?: number | undefined
  /** The user who started it, who may not have planned it. */
  startedBy?: string | undefined
  endedAtMs?: number | undefined
  /** Time at which the canary plants had answered; they are watched from then on. */
  bakedFromMs?: number | undefined
  /** Time at which the user last resumed it, Unix ms, device's clock. */
  resumedAtMs?: number | undefined
}

/** A run with the states of its plants. Rows have the order of the document's plants. */
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
export function countStates(run: Pick<Run, 'document' | 'rows'>): Map<RunRowState, number> {
  const counts = new Map<RunRowState, number>()
  for (const row of run.rows) {
    const state = stateIn(run, row)
    counts.set(state, (counts.get(state) ?? 0) + 1)
  }
  return counts
}

/** Returns true when a plant no longer delays its wave (`nowMs`: Unix ms, device's clock). */
export function isSettledIn(
  run: Pick<Run, 'document' | 'progress'>,
  row: RunRow,
  nowMs: number,
): boolean {
  return isSettled(row, answerMsOf(run), nowMs, run.progress.resumedAtMs)
}

/** Returns the index of a run's rows. */
export function indexOf(run: Pick<Run, 'document' | 'rows'>): RowsIndex {
  return indexOfRows(run.rows, answerMsOf(run))
}

/**
 * Returns the indices of the plants in flight: being read for their turn, or with a request that isn't settled (`nowMs`: Unix
 * ms, device's clock). One of unknown outcome may still be executed, but not again because the run was resumed.
 */
export function inFlightOf(run: Run, nowMs: number): number[] {
  const answerMs = answerMsOf(run)
  return [...run.stages.keys(), ...openRows(run, (row) => !isSettled(row, answerMs, nowMs))]
}

function openRows(run: Run, isWanted: (row: RunRow) => boolean): number[] {
  return [...indexOf(run).open].filter((at) => {
    const row = run.rows[at]
    return row !== undefined && isWanted(row)
  })
}

/** Returns the size of a wave: the canary is wave 0. */
export function waveSizeOf({ settings }: RunDocument, wave: number): number {
  return wave === 0 ? settings.canary : settings.waveSize
}

/** Returns the indices of the rows of a wave. Plants that were held back leave their place to others. */
export function waveRows(run: Run, wave: number): number[] {
  return [...(indexOf(run).waves.get(wave) ?? [])]
}

/** Returns the indices of plants of the wave under way whose attempt sent nothing. */
export function retriesOf(run: Run): number[] {
  return [...indexOf(run).pending].filter((at) => !run.stages.has(at))
}

/** Returns true while there are plants whose turn has not come, or whose attempt sent nothing. */
export function hasCandidates(run: Run): boolean {
  return indexOf(run).fresh.size > 0 || retriesOf(run).length > 0
}

/** Returns true while a request can still be prevented: there are candidates, or plants that are being read for their turn. */
export function hasUnsent(run: Run): boolean {
  return hasCandidates(run) || run.stages.size > 0
}

/** Returns true when a wave has all its plants and each of them is settled (`nowMs`: Unix ms, device's clock). */
export function isWaveOver(run: Run, nowMs: number): boolean {
  const { fresh, pending, waves } = indexOf(run)
  if (run.stages.size > 0 || pending.size > 0) return false
  const { wave } = run.progress
  const isFull = (waves.get(wave)?.size ?? 0) >= waveSizeOf(run.document, wave)
  if (!isFull && fresh.size > 0) return false
  return openRows(run, (row) => !isSettledIn(run, row, nowMs)).length === 0
}
