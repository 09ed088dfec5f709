import { formatCount } from '@/lib/format-count'
import { readInstant } from '@/lib/instants'
import { type WithUnreadable, isUnreadable } from '@/lib/unreadable'

/** One cell: text, a number, or in a `time` column Unix ms; null and undefined become an empty cell, not 0. */
export type TableCell = string | number | null | undefined

/** The cells of a row, one for each column. */
export type TableRow = readonly TableCell[]

/** A column. Numbers in a `time` column are instants in Unix ms; text may be in any column, such as "unreadable". */
export interface TableColumn {
  heading: string
  kind: 'text' | 'number' | 'time'
}

/** One fact about the table, such as its filter or the time of reading. */
export interface AboutLine {
  label: string
  text: string
}

/** Everything of a table but its rows. */
export interface TableHead {
  title: string
  columns: readonly TableColumn[]
  /** Information that is not in the rows; above the header in CSV, on a second sheet in Excel. */
  about: readonly AboutLine[]
}

/** A table to write to a file. */
export interface ExportTable extends TableHead {
  fileName: string
  rowCount: number
  /** Read once, in slices: rows may be made on demand but must not change during the export. */
  rows: Iterable<TableRow>
}

/** Writes one file. Each call does only the work of its rows, so that a page can pause between calls. */
export interface TableWriter {
  /** Throws RangeError when the format can't hold that many rows. */
  add: (rows: readonly TableRow[]) => void
  finish: () => Blob
}

/** The formats that a table can be written in. */
export type ExportFormat = 'csv' | 'xlsx'

/** Cell of a value that was received but could not be read. */
export const unreadableCell = 'unreadable'

/** Returns a member's value as a cell, or "unreadable". */
export function memberCell<
  Name extends string,
  Read extends WithUnreadable & { [Key in Name]?: TableCell },
>(read: Read, name: Name & keyof Read): TableCell {
  return isUnreadable(read, name) ? unreadableCell : read[name]
}

/** Returns a date of the API as a cell of a `time` column; invalid dates stay text, as the server sent them. */
export function timeCell(value: string | null | undefined): TableCell {
  const atMs = readInstant(value)
  return atMs === undefined ? value : atMs
}

/** Returns a member's date as a cell of a `time` column, or "unreadable". */
export function instantCell<
  Name extends string,
  Read extends WithUnreadable & { [Key in Name]?: string | null | undefined },
>(read: Read, name: Name & keyof Read): TableCell {
  return isUnreadable(read, name) ? unreadableCell : timeCell(read[name])
}

/** Returns the heading as written to a file: times state their zone. */
export function headingOf({ heading, kind }: TableColumn): string {
  return kind === 'time' ? `${heading} (UTC)` : heading
}

/** Formats an instant (Unix ms) as "2026-11-22 10:00:00 UTC". */
export function utcText(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

interface Extent {
  filter: string
  noun: string
  shown: number
  total: number | null
  readAtMs: number
  exportedAtMs: number
}

/** Returns the lines that every filtered table states: filter, number of rows, age, and time of export. */
export function extentLines(extent: Extent): AboutLine[] {
  const { filter, noun, shown, total, readAtMs, exportedAtMs } = extent
  const of = total === null ? 'an unknown number of' : formatCount(total)
  return [
    { label: 'Filter', text: filter === '' ? 'None' : filter },
    { label: 'Rows', text: `${formatCount(shown)} of ${of} ${noun}` },
    { label: 'Data as of', text: utcText(readAtMs) },
    { label: 'Exported', text: utcText(exportedAtMs) },
  ]
}
