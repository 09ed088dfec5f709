// What is asked of a run's rows after every event. It moves on with them row by row, because a run has thousands.
import { type RunRow, type RunRowState, isDoubtful, rowState } from './run-row'

/** Indices of a run's rows, grouped by the events that are still possible. */
export interface RowsIndex {
  answerMs: number
  /** Plants whose turn has not come, in their order. */
  fresh: Set<number>
  /** Plants whose turn has come without a request yet. */
  pending: Set<number>
  /** Plants of each wave but those that were held back. */
  waves: Map<number, Set<number>>
  /** Plants with a request that a reading, or time, has yet to settle. */
  open: Set<number>
  /** Numbers of the other plants with a request, by their state. */
  closed: Map<RunRowState, number>
}

const indices = new WeakMap<readonly RunRow[], RowsIndex>()

/** Returns the index of rows. `answerMs` is how long an answer is awaited. */
export function indexOfRows(rows: readonly RunRow[], answerMs: number): RowsIndex {
  const known = indices.get(rows)
  if (known?.answerMs === answerMs) return known
  const index: RowsIndex = {
    answerMs,
    fresh: new Set(),
    pending: new Set(),
    waves: new Map(),
    open: new Set(),
    closed: new Map(),
  }
  for (const [at, row] of rows.entries()) put(index, at, row)
  indices.set(rows, index)
  return index
}

/** Returns rows with another one at a place. The index goes over to them; it is made again if the old ones are asked. */
export function replaceRow(rows: readonly RunRow[], at: number, row: RunRow): readonly RunRow[] {
  const [before, next] = [rows[at], rows.with(at, row)]
  const index = indices.get(rows)
  if (!index || !before) return next
  indices.delete(rows)
  take(index, at, before)
  put(index, at, row)
  indices.set(next, index)
  return next
}

function put(index: RowsIndex, at: number, row: RunRow): void {
  const state = rowState(row, index.answerMs)
  if (state === 'held-back') return
  if (row.wave !== undefined) {
    const wave = index.waves.get(row.wave) ?? new Set()
    index.waves.set(row.wave, wave.add(at))
  }
  if (state !== 'not-sent') {
    if (isOpen(row, state)) index.open.add(at)
    else count(index, state, 1)
  } else (row.wave === undefined ? index.fresh : index.pending).add(at)
}

function take(index: RowsIndex, at: number, row: RunRow): void {
  const isClosed = row.request !== undefined && !index.open.has(at)
  if (isClosed) count(index, rowState(row, index.answerMs), -1)
  if (row.wave !== undefined) index.waves.get(row.wave)?.delete(at)
  for (const set of [index.fresh, index.pending, index.open]) set.delete(at)
}

function count({ closed }: RowsIndex, state: RunRowState, change: number): void {
  closed.set(state, (closed.get(state) ?? 0) + change)
}

function isOpen(row: RunRow, state: RunRowState): boolean {
  return state === 'sending' || state === 'waiting' || isDoubtful(row, state)
}
