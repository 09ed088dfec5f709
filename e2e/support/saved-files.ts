import type { Download, Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { readFile } from 'node:fs/promises'

interface SavedFile {
  name: string
  content: Buffer
}

/** Presses a button and returns the file that the browser saves. */
export async function saveWith(page: Page, button: string): Promise<SavedFile> {
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: button, exact: true }).click()
  return readDownload(await saving)
}

/** Returns the file of a download. */
export async function readDownload(file: Download): Promise<SavedFile> {
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) }
}

/** Returns the lines of a CSV file without its byte order mark. */
export function csvLines({ content }: SavedFile): string[] {
  return content.toString().replace('\uFEFF', '').split('\r\n')
}

/** Returns the cells of each sheet by sheet name; empty cells are left out, and numbers are numbers. */
export function sheetsOf({ content }: SavedFile): Record<string, (string | number)[][]> {
  const parts = unzipSync(content)
  const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array())
  const names = [...text('xl/workbook.xml').matchAll(/<sheet name="([^"]+)"/g)]
  return Object.fromEntries(
    names.map(([, name = ''], at) => [name, rowsOf(text(`xl/worksheets/sheet${at + 1}.xml`))]),
  )
}

function rowsOf(xml: string): (string | number)[][] {
  return [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<(?:v|t(?: [^>]*)?)>([^<]*)<\/([vt])>/g)].map(([, value = '', kind]) =>
      kind === 'v' ? Number(value) : value.replaceAll('&quot;', '"'),
    ),
  )
}

/** Returns the cells of a CSV file (RFC 4180), read by a parser of our own, independent of the one that wrote it. */
function csvRows({ content }: SavedFile): string[][] {
  const text = content.toString().replace('\uFEFF', '')
  // A cell in quotation marks, or one without; then what ends it.
  const cells = text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of cells) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '') break
    if (end === '\r\n') rows.push([])
  }
  return rows
}

/** Splits the rows of a CSV file into the facts above its headings and a record for each row below them. */
export function csvTable(file: SavedFile) {
  const rows = csvRows(file)
  const emptyAt = rows.findIndex((row) => row.length === 1 && row[0] === '')
  const [headings = [], ...body] = rows.slice(emptyAt + 1)
  const facts = Object.fromEntries(
    rows.slice(0, emptyAt).map(([label = '', text]) => [label, text]),
  )
  return { facts, headings, records: body.map((row) => recordOf(headings, row)) }
}

/** Returns a record for each row of an Excel file's first sheet, found by the cells' addresses. */
export function excelRecords({ content }: SavedFile): Record<string, string>[] {
  const xml = strFromU8(unzipSync(content)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  const rows = [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => {
    const cells: string[] = []
    const found = row.matchAll(/<c r="([A-Z]+)\d+"[^>]*>.*?<(?:v|t)(?: [^>]*)?>([^<]*)</gs)
    for (const [, letters = '', value = ''] of found) cells[columnOf(letters)] = unescaped(value)
    return cells
  })
  const [headings = [], ...body] = rows
  return body.map((row) => recordOf(headings, row))
}

function recordOf(headings: readonly string[], row: readonly string[]): Record<string, string> {
  return Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? '']))
}

/** A is 0, AA is 26. */
function columnOf(letters: string): number {
  const digits = Array.from(letters, (letter) => letter.charCodeAt(0) - 64)
  return digits.reduce((column, digit) => column * 26 + digit, 0) - 1
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

function unescaped(xml: string): string {
  return xml.replaceAll(/&(amp|lt|gt|quot);/g, (_entity, name: string) => entities[name] ?? '')
}
