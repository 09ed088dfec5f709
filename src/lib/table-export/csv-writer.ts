import Papa from 'papaparse'
import {
  type TableCell,
  type TableHead,
  type TableRow,
  type TableWriter,
  headingOf,
} from './export-table'
import { fileParts } from './file-parts'
import { isFormula } from './formula'

/** Excel detects UTF-8 only if the file starts with this mark. */
const byteOrderMark = '\uFEFF'
const lineBreak = '\r\n'

/** Writes a table as CSV (RFC 4180), below the lines about it. Text that could be a formula gets an apostrophe. */
export function csvWriter({ columns, about }: TableHead): TableWriter {
  const kinds = columns.map(({ kind }) => kind)
  const aboutRows = about.map(({ label, text }) => [label, text])
  const head = [...aboutRows, ...(about.length > 0 ? [['']] : []), columns.map(headingOf)]
  const parts = fileParts('text/csv;charset=utf-8')
  parts.add(byteOrderMark + csvLines(head))
  return {
    add(rows) {
      if (rows.length > 0) parts.add(lineBreak + csvLines(rows.map(withTimes)))
    },
    finish: () => parts.file(),
  }

  function withTimes(row: TableRow): TableRow {
    return row.map((cell, at) =>
      kinds[at] === 'time' && typeof cell === 'number' ? isoText(cell) : cell,
    )
  }
}

/** Formats rows as lines of CSV without a final line break. */
export function csvLines(rows: readonly TableRow[]): string {
  const safeRows = rows.map((row) => row.map((cell) => safeCell(cell)))
  return Papa.unparse(safeRows, { escapeFormulae: true, newline: lineBreak })
}

function safeCell(cell: TableCell): string | number {
  if (typeof cell !== 'string') return cell ?? ''
  if (Number.isFinite(Number(cell)) && String(Number(cell)) === cell) return Number(cell)
  return isFormula(cell) ? `'${cell}` : cell
}

/** Dates that JavaScript can't represent stay numbers. */
function isoText(atMs: number): TableCell {
  const date = new Date(atMs)
  return Number.isNaN(date.getTime()) ? atMs : date.toISOString()
}
