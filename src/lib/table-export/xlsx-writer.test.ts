import { describe, expect, it } from 'vitest'
import type { TableHead, TableRow } from './export-table'
import { readXlsx } from './test-xlsx'
import { cellStyles } from './xlsx-parts'
import { xlsxWriter } from './xlsx-writer'
import { anyText, fc, isWellFormed } from '@/lib/test-properties'

const head: TableHead = {
  title: 'Plants',
  columns: [
    { heading: 'Name', kind: 'text' },
    { heading: 'Failures', kind: 'number' },
    { heading: 'Created', kind: 'time' },
  ],
  about: [],
}

function write(rows: readonly TableRow[], given: Partial<TableHead> = {}) {
  const writer = xlsxWriter({ ...head, ...given })
  writer.add(rows)
  return writer.finish()
}

async function firstSheet(rows: readonly TableRow[], given: Partial<TableHead> = {}) {
  const [sheet] = await readXlsx(write(rows, given))
  if (sheet === undefined) throw new Error('The file has no sheet.')
  return sheet
}

describe('xlsxWriter', () => {
  it('writes text, real numbers, and times as dates in UTC', async () => {
    const { name, rows, styles } = await firstSheet([['FVE Zlín', -1.5, Date.UTC(2026, 10, 22, 6)]])
    expect(name).toBe('Plants')
    expect(rows).toEqual([
      ['Name', 'Failures', 'Created (UTC)'],
      ['FVE Zlín', -1.5, 46_348.25],
    ])
    expect(styles[1]).toEqual([cellStyles.text, undefined, cellStyles.time])
  })

  it('leaves a missing value empty, and keeps 0 and words apart from it', async () => {
    const { rows } = await firstSheet([
      [null, 0, undefined],
      ['', 'unreadable', 'yesterday'],
      ['end', Number.NaN, 9e15],
    ])
    expect(rows.slice(1)).toEqual([
      [undefined, 0],
      [undefined, 'unreadable', 'yesterday'],
      ['end', 'NaN', '9000000000000000'],
    ])
  })

  it('writes dates that Excel does not know as text', async () => {
    const { rows } = await firstSheet([['', 0, Date.UTC(1899, 0, 1)]])
    expect(rows[1]?.[2]).toBe('1899-01-01T00:00:00.000Z')
  })

  it.each(['=1+1', '+1', '-x', '@SUM(A1)', '\t=1', '＝1', '\u200B=1'])(
    'keeps %j as text, even after a user edits the cell',
    async (text) => {
      const { rows, styles, xml } = await firstSheet([[text, text, text]])
      expect(rows[1]).toEqual([text, text, text])
      expect(styles[1]).toEqual([cellStyles.quoted, cellStyles.quoted, cellStyles.quoted])
      expect(xml).not.toContain('<f>')
    },
  )

  it('keeps numeric text as text', async () => {
    const { rows } = await firstSheet([['007', '42', null]])
    expect(rows[1]).toEqual(['007', '42'])
  })

  it('keeps every well-formed text', async () => {
    const texts: string[] = []
    fc.assert(
      fc.property(anyText({ minLength: 1 }).filter(isWellFormed), (text) => void texts.push(text)),
    )
    const { rows } = await firstSheet(texts.map((text) => [text]))
    expect(rows.slice(1).map(([text]) => text)).toEqual(texts)
  })

  it('keeps spaces around text', async () => {
    expect((await firstSheet([[' x ']])).xml).toContain('<t xml:space="preserve"> x </t>')
  })

  it('freezes the header, adds filter buttons, and fits the columns to their contents', async () => {
    const { xml } = await firstSheet([['A name of twenty-five chars', 1, 0]])
    expect(xml).toContain(
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    )
    expect(xml).toContain('<autoFilter ref="A1:C2"/>')
    expect([...xml.matchAll(/width="(\d+)"/g)].map(([, width]) => width)).toEqual([
      '29',
      '12',
      '21',
    ])
  })

  it('names columns after Z', async () => {
    const columns = Array.from(
      { length: 30 },
      (_, at) => ({ heading: `C${at}`, kind: 'text' }) as const,
    )
    const { rows, xml } = await firstSheet([columns.map((_, at) => `v${at}`)], { columns })
    expect(rows[1]?.[29]).toBe('v29')
    expect(xml).toContain('r="AD2"')
  })

  it('puts the lines about the table on a second sheet', async () => {
    const about = [{ label: 'Filter', text: '=x < "y"' }]
    const sheets = await readXlsx(
      write([], { about, title: 'Alerts [of]: a/plant with a rather long name' }),
    )
    expect(sheets.map(({ name }) => name)).toEqual(['Alerts  of   a plant with a rat', 'About'])
    expect(sheets[1]?.rows).toEqual([['Filter', '=x < "y"']])
    expect(await readXlsx(write([]))).toHaveLength(1)
  })

  it('shortens text that is too long for a cell, and says so', async () => {
    const [sheet, about] = await readXlsx(write([['x'.repeat(40_000)], ['y']]))
    expect(sheet?.rows[1]?.[0]).toHaveLength(32_767)
    expect(about?.rows).toEqual([
      [
        'Shortened',
        'Texts over 32,767 characters, Excel’s limit: 1. The CSV file has them in full.',
      ],
    ])
  })

  it('rejects more rows than Excel can open', () => {
    const writer = xlsxWriter(head)
    const rows = Array.from<unknown, TableRow>({ length: 1_048_576 }, () => [])
    expect(() => writer.add(rows)).toThrow(
      'Excel opens 1,048,575 rows at most. Export CSV instead.',
    )
  })

  it('writes the same file in several steps as in one', async () => {
    const rows = Array.from({ length: 2_000 }, (_, at) => [`Plant ${at}`, at, at * 1e9])
    const writer = xlsxWriter(head)
    for (let at = 0; at < rows.length; at += 300) writer.add(rows.slice(at, at + 300))
    const [sheet] = await readXlsx(writer.finish())
    expect(sheet?.rows).toEqual((await firstSheet(rows)).rows)
  })
})
