import { strFromU8, unzipSync } from 'fflate'

/** A sheet as a spreadsheet program shows it: text in quotes, numbers bare; with the style of each cell. */
interface ReadSheet {
  name: string
  rows: (string | number | undefined)[][]
  styles: (number | undefined)[][]
  xml: string
}

/** Reads back an Excel file, independently of the code that writes it. */
export async function readXlsx(file: Blob): Promise<ReadSheet[]> {
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()))
  const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array())
  const targets = new Map(
    [...text('xl/_rels/workbook.xml.rels').matchAll(/Id="(\w+)"[^>]*Target="([^"]+)"/g)].map(
      ([, id = '', target = '']) => [id, target],
    ),
  )
  return [...text('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"[^>]*r:id="(\w+)"/g)].map(
    ([, name = '', id = '']) => {
      const xml = text(`xl/${targets.get(id)}`)
      return { name, xml, ...cellsOf(xml) }
    },
  )
}

function cellsOf(xml: string): Pick<ReadSheet, 'rows' | 'styles'> {
  const rows: ReadSheet['rows'] = []
  const styles: ReadSheet['styles'] = []
  const cell =
    /<c r="([A-Z]+)(\d+)"(?: s="(\d+)")?(?: t="inlineStr")?>(?:<v>([^<]*)<\/v>|<is><t[^>]*>([^<]*)<\/t><\/is>)<\/c>/g
  for (const [, letters = '', row = '', style, number, text = ''] of xml.matchAll(cell)) {
    const [at, place] = [columnOf(letters), Number(row) - 1]
    ;(rows[place] ??= [])[at] = number === undefined ? plainText(text) : Number(number)
    ;(styles[place] ??= [])[at] = style === undefined ? undefined : Number(style)
  }
  return { rows, styles }
}

function columnOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** Resolves XML's entities, then Excel's own escapes. */
function plainText(xml: string): string {
  return xml
    .replaceAll(/&(\w+);/g, (_all, name: string) => entities[name] ?? '')
    .replaceAll(/_x([\dA-F]{4})_/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16)))
}
