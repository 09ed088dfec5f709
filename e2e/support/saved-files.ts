import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { readFile } from 'node:fs/promises'

export interface SavedFile {
  name: string
  content: Buffer
}

/** Presses a button and returns the file that the browser saves. */
export async function saveWith(page: Page, button: string): Promise<SavedFile> {
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: button, exact: true }).click()
  const file = await saving
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
