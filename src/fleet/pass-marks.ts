// What a pass that is still running has found, by row, in the form in which a snapshot keeps it.
import type { FleetColumns } from './fleet-columns'

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
