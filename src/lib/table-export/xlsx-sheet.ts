/** Worksheets of an Excel file (ECMA-376, part 1, 18.3). Its elements have a fixed order. */
import type { TableCell, TableColumn, TableRow } from './export-table'
import { headingOf } from './export-table'
import { isFormula } from './formula'
import { cellStyles } from './xlsx-parts'
import { maxCellTextLength, xlsxText } from './xlsx-text'

/** Excel's limit for a sheet, the header included. */
export const maxSheetRows = 1_048_576

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Excel's day 0 is 1899-12-30; before March 1900 its calendar is wrong, and after the year 9999 it has none. */
const excelEpochMs = Date.UTC(1899, 11, 30)
const [firstExcelMs, lastExcelMs] = [Date.UTC(1900, 2, 1), Date.UTC(9999, 11, 31)]
const excelDayMs = 86_400_000

const [narrowest, widest, timeWidth] = [10, 60, 21]

/** Returns the start of a sheet: column widths that fit the first rows, and a header row that stays in view. */
export function sheetStart(
  columns: readonly TableColumn[],
  firstRows: readonly TableRow[],
): string {
  const widths = columns.map((column, at) => widthOf(column, firstRows, at))
  const headings = columns.map((column, at) =>
    textCell(headingOf(column), `${letters(at)}1`, cellStyles.heading),
  )
  return [
    `${xmlHead}<worksheet xmlns="${namespace}"><sheetViews><sheetView workbookViewId="0">`,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    '<selection pane="bottomLeft"/></sheetView></sheetViews>',
    columnWidths(widths),
    `<sheetData><row r="1">${headings.join('')}</row>`,
  ].join('')
}

/** Returns the end of a sheet, with filter buttons in its header. */
export function sheetEnd(columnCount: number, rowCount: number): string {
  const filter =
    columnCount > 0 ? `<autoFilter ref="A1:${letters(columnCount - 1)}${rowCount}"/>` : ''
  return `</sheetData>${filter}</worksheet>`
}

/** Returns one row; `place` counts from 1. */
export function sheetRow(row: TableRow, columns: readonly TableColumn[], place: number): string {
  let cells = ''
  for (const [at, cell] of row.entries()) {
    cells += sheetCell(cell, columns[at]?.kind, letters(at) + place)
  }
  return `<row r="${place}">${cells}</row>`
}

/** Returns a sheet of two columns: labels and wrapped text. */
export function aboutSheet(lines: readonly { label: string; text: string }[]): string {
  const rows = lines.map(({ label, text }, at) => {
    const place = at + 1
    return `<row r="${place}">${textCell(label, `A${place}`, cellStyles.heading)}${textCell(text, `B${place}`, cellStyles.wrapped)}</row>`
  })
  return `${xmlHead}<worksheet xmlns="${namespace}">${columnWidths([18, 80])}<sheetData>${rows.join('')}</sheetData></worksheet>`
}

function sheetCell(cell: TableCell, kind: TableColumn['kind'] | undefined, ref: string): string {
  if (cell === null || cell === undefined || cell === '') return ''
  if (typeof cell === 'string') return textCell(cell, ref)
  if (kind === 'time') return timeCellOf(cell, ref)
  return Number.isFinite(cell) ? `<c r="${ref}"><v>${cell}</v></c>` : textCell(String(cell), ref)
}

function timeCellOf(atMs: number, ref: string): string {
  if (atMs >= firstExcelMs && atMs < lastExcelMs) {
    return `<c r="${ref}" s="${cellStyles.time}"><v>${(atMs - excelEpochMs) / excelDayMs}</v></c>`
  }
  const date = new Date(atMs)
  return textCell(Number.isNaN(date.getTime()) ? String(atMs) : date.toISOString(), ref)
}

/** Text cells are never evaluated; the style keeps formulas text when a user edits the cell. */
function textCell(text: string, ref: string, given?: number): string {
  const style = given ?? (isFormula(text) ? cellStyles.quoted : cellStyles.text)
  // Readers drop blanks around text otherwise. Not on every cell: it would be a fifth of the sheet.
  const space = text.trim() === text ? '' : ' xml:space="preserve"'
  const escaped = xlsxText(text.slice(0, maxCellTextLength))
  return `<c r="${ref}" s="${style}" t="inlineStr"><is><t${space}>${escaped}</t></is></c>`
}

function columnWidths(widths: readonly number[]): string {
  const all = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  return all.length > 0 ? `<cols>${all.join('')}</cols>` : ''
}

function widthOf(column: TableColumn, rows: readonly TableRow[], at: number): number {
  const heading = headingOf(column).length
  const least = Math.max(narrowest, heading + 4)
  if (column.kind === 'time') return Math.max(least, timeWidth)
  const longest = rows.reduce(
    (most, row) => Math.max(most, String(row[at] ?? '').length + 2),
    least,
  )
  return Math.min(longest, widest)
}

const knownLetters: string[] = []

function letters(at: number): string {
  return (knownLetters[at] ??=
    (at >= 26 ? letters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26)))
}
