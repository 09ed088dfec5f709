import { Zip, ZipDeflate, strToU8 } from 'fflate'
import type { AboutLine, TableHead, TableRow, TableWriter } from './export-table'
import { fileParts } from './file-parts'
import { sheetPath, xlsxParts, xlsxType } from './xlsx-parts'
import { aboutSheet, maxSheetRows, sheetEnd, sheetRow, sheetStart } from './xlsx-sheet'
import { maxCellTextLength } from './xlsx-text'
import { formatCount } from '@/lib/format-count'

/** Writes a table as an Excel file, compressed as rows arrive. Text is never a formula, and times are in UTC. */
export function xlsxWriter({ title, columns, about }: TableHead): TableWriter {
  const parts = fileParts(xlsxType)
  let failure: Error | undefined
  const zip = new Zip((error, data) => {
    if (error) failure = error
    else parts.add(data)
  })
  const sheet = startFile(sheetPath(1))
  let place = 1
  let cutTexts = 0
  let hasStarted = false

  return {
    add(rows) {
      if (place + rows.length > maxSheetRows) {
        throw new RangeError(
          `Excel opens ${formatCount(maxSheetRows - 1)} rows at most. Export CSV instead.`,
        )
      }
      write(startOnce(rows) + rows.map(nextRow).join(''))
    },
    finish() {
      write(startOnce([]) + sheetEnd(columns.length, place), true)
      const lines = [...about, ...cutNotice(cutTexts)]
      const hasAbout = lines.length > 0
      if (hasAbout) addFile(sheetPath(2), aboutSheet(lines))
      const others = xlsxParts(hasAbout ? [title, 'About'] : [title])
      for (const [path, text] of Object.entries(others)) addFile(path, text)
      zip.end()
      if (failure) throw failure
      return parts.file()
    },
  }

  function startOnce(firstRows: readonly TableRow[]): string {
    if (hasStarted) return ''
    hasStarted = true
    return sheetStart(columns, firstRows)
  }

  function nextRow(row: TableRow): string {
    place += 1
    cutTexts += row.filter(
      (cell) => typeof cell === 'string' && cell.length > maxCellTextLength,
    ).length
    return sheetRow(row, columns, place)
  }

  function write(text: string, isLast = false): void {
    sheet.push(strToU8(text), isLast)
  }

  function startFile(path: string): ZipDeflate {
    const file = new ZipDeflate(path, { level: 6 })
    zip.add(file)
    return file
  }

  function addFile(path: string, text: string): void {
    startFile(path).push(strToU8(text), true)
  }
}

function cutNotice(count: number): AboutLine[] {
  if (count === 0) return []
  const texts = `Texts over ${formatCount(maxCellTextLength)} characters, Excel’s limit`
  return [
    { label: 'Shortened', text: `${texts}: ${formatCount(count)}. The CSV file has them in full.` },
  ]
}
