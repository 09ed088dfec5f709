import Papa from 'papaparse'

/** One cell; null and undefined become an empty cell, not 0. */
export type CsvCell = string | number | null | undefined

/** Excel detects UTF-8 only if the file starts with this mark. */
const byteOrderMark = '\uFEFF'

/**
 * Formats rows as CSV (RFC 4180: commas, CRLF). Text that a spreadsheet would run as a formula gets a leading
 * apostrophe; numbers and numeric text stay numbers.
 */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  const safeRows = rows.map((row) => row.map((cell) => safeCell(cell)))
  return byteOrderMark + Papa.unparse(safeRows, { escapeFormulae: true, newline: '\r\n' })
}

function safeCell(cell: CsvCell): string | number {
  if (typeof cell !== 'string') return cell ?? ''
  if (Number.isFinite(Number(cell)) && String(Number(cell)) === cell) return Number(cell)
  return isFormula(cell) ? `'${cell}` : cell
}

/** Spreadsheets skip invisible characters at the start and treat full-width signs as plain ones. */
function isFormula(text: string): boolean {
  return /^[\s\p{C}]*[=+\-@]|^[\s\p{C}]*[\t\r]/u.test(text.normalize('NFKC'))
}
