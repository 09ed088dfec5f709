// What a pass has found, by row, also in the form in which a snapshot keeps it.
import type { FleetColumns } from './fleet-columns'
import type { RunningPass } from './running-pass'

const [seen, connected] = [1, 2]

/** Returns the marks of all rows: whether the pass with a number has found the plant, and found it connected. */
export function passMarks(
  { end, seenInPass, connectedInPass }: FleetColumns,
  number: number,
): Uint8Array {
  const marks = new Uint8Array(end)
  for (let row = 0; row < end; row += 1) {
    if (seenInPass[row] === number) marks[row] = seen | (connectedInPass[row] === 1 ? connected : 0)
  }
  return marks
}

/** Marks rows from `first` on as found by the pass with a number. */
export function restoreMarks(
  { seenInPass, connectedInPass }: FleetColumns,
  first: number,
  marks: Uint8Array,
  number: number,
): void {
  for (const [at, mark] of marks.entries()) {
    seenInPass[first + at] = (mark & seen) === 0 ? 0 : number
    connectedInPass[first + at] = (mark & connected) === 0 ? 0 : 1
  }
}

/** Returns the IDs of plants that were read before a pass, and that it did not find. */
export function unseenSince(columns: FleetColumns, pass: RunningPass): string[] {
  const ids: string[] = []
  for (let row = 0; row < columns.end; row += 1) {
    const isFound = columns.seenInPass[row] === pass.number
    const isOlder = (columns.readAtMs[row] ?? 0) < pass.sinceMs
    if (columns.alive[row] === 1 && !isFound && isOlder) ids.push(columns.idOf(row))
  }
  return ids
}

/** Returns true when the fleet has plants that no pass of this visit has found. */
export function hasUnseen({ end, alive, seenInPass }: FleetColumns): boolean {
  for (let row = 0; row < end; row += 1) if (alive[row] === 1 && seenInPass[row] === 0) return true
  return false
}
