// Cells that are read back exactly as they were, also from the text of a CSV file, and that no spreadsheet changes.
import type { TableCell } from './export-table'
import { isFormula } from './formula'
import { parseJson } from '@/lib/json-text'

/**
 * Returns text as a cell. What a file can’t hold unchanged is quoted as JSON: empty text, which would look like none, text
 * that begins with a quote, an apostrophe or blanks or may be a formula, and characters that UTF-8 or XML don’t have.
 */
export function exactText(text: string | null | undefined): TableCell {
  if (text === null || text === undefined) return undefined
  const isPlain =
    text !== '' &&
    text === text.trim() &&
    !/^["']/.test(text) &&
    !isFormula(text) &&
    !unfit.test(text)
  return isPlain ? text : JSON.stringify(text)
}

// oxlint-disable-next-line no-control-regex -- finding them is the purpose
const unfit = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Surrogate}]/u

/** Reads text that `exactText` wrote; undefined for an empty cell. */
export function readText(cell: TableCell): string | undefined {
  if (isBlank(cell)) return undefined
  const text = String(cell)
  const read = text.startsWith('"') ? parseJson(text) : undefined
  return typeof read === 'string' ? read : text
}

/** Returns a list of texts as a cell: a JSON array. */
export function exactList(items: readonly string[] | undefined): TableCell {
  return items && JSON.stringify(items)
}

/** Reads a list that `exactList` wrote; undefined for a cell that has none. */
export function readList(cell: TableCell): string[] | undefined {
  const read = parseJson(String(cell ?? ''))
  return Array.isArray(read) ? read.map(String) : undefined
}

/** Returns an instant (Unix ms) as a cell of a `time` column; as text when it has fractions that the date would lose. */
export function exactTime(atMs: number | undefined): TableCell {
  return atMs === undefined || Number.isInteger(atMs) ? atMs : String(atMs)
}

/** Reads an instant that `exactTime` wrote, or a file’s ISO date for it; undefined for an empty cell. */
export function readTime(cell: TableCell): number | undefined {
  if (isBlank(cell)) return undefined
  // An apostrophe precedes the sign of a year of six digits.
  const text = String(cell).replace(/^'/, '')
  const atMs = Number(text)
  return Number.isNaN(atMs) ? Date.parse(text) : atMs
}

/** Returns a flag as a cell. */
export function exactFlag(is: boolean | undefined): TableCell {
  if (is === undefined) return undefined
  return is ? 'yes' : 'no'
}

/** Reads a flag that `exactFlag` wrote; undefined for an empty cell. */
export function readFlag(cell: TableCell): boolean | undefined {
  return isBlank(cell) ? undefined : cell === 'yes'
}

function isBlank(cell: TableCell): boolean {
  return cell === undefined || cell === null || cell === ''
}
