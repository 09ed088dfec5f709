import Papa from 'papaparse'

/** One cell; null and undefined are an empty one, which is not 0. */
export type CsvCell = string | number | null | undefined

/** Excel takes a file for UTF-8 only if it begins with this mark. */
const byteOrderMark = '\uFEFF'

/**
 * Rows as a CSV file's text (RFC 4180: commas, CRLF). Texts that a spreadsheet would run as a formula get a
 * leading apostrophe; numbers, and texts that are exactly one, stay numbers.
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

/** Spreadsheets skip what is not seen at the start and read full-width signs like plain ones. */
function isFormula(text: string): boolean {
  return /^[\s\p{C}]*[=+\-@]|^[\s\p{C}]*[\t\r]/u.test(text.normalize('NFKC'))
}
