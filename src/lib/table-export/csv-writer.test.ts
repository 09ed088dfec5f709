import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { csvLines, csvWriter } from './csv-writer'
import type { TableHead } from './export-table'

const cells = (text: string) => Papa.parse<string[]>(text).data

describe('csvWriter', () => {
  const head: TableHead = {
    title: 'Plants',
    columns: [
      { heading: 'Name', kind: 'text' },
      { heading: 'Failures', kind: 'number' },
      { heading: 'Created', kind: 'time' },
    ],
    about: [],
  }

  it('starts with a mark by which Excel detects UTF-8, then the headings', async () => {
    const file = csvWriter(head).finish()
    expect(file.type).toBe('text/csv;charset=utf-8')
    expect(Buffer.from(await file.arrayBuffer()).toString()).toBe(
      '\uFEFFName,Failures,Created (UTC)',
    )
  })

  it('states above the headings what the rows do not say, and writes times in ISO 8601', async () => {
    const about = [{ label: 'Filter', text: '=Connection: Offline, Online' }]
    const writer = csvWriter({ ...head, about })
    writer.add([['FVE Zlín', 0, Date.UTC(2026, 10, 22, 10)]])
    writer.add([])
    writer.add([
      ['-', 'unreadable', null],
      ['x', 2, 'yesterday'],
      ['y', null, 9e15],
    ])
    expect((await writer.finish().text()).split('\r\n')).toEqual([
      `Filter,"'=Connection: Offline, Online"`,
      '',
      'Name,Failures,Created (UTC)',
      'FVE Zlín,0,2026-11-22T10:00:00.000Z',
      "'-,unreadable,",
      'x,2,yesterday',
      'y,,9000000000000000',
    ])
  })
})

describe('csvLines', () => {
  it('separates lines with CRLF, and quotes cells where needed', () => {
    expect(csvLines([['Mlékárna', 'a,b', 'say "x"', 'two\nlines'], ['']])).toBe(
      'Mlékárna,"a,b","say ""x""","two\nlines"\r\n',
    )
  })

  it('writes an empty cell for a missing value, and 0 for 0', () => {
    expect(csvLines([[null, undefined, 0, -0.5, 1e-7]])).toBe(',,0,-0.5,1e-7')
  })

  it.each(['-12.5', '0', '42'])('keeps %s a number', (text) => {
    expect(csvLines([[text]])).toBe(text)
  })

  it.each([
    '=1+1',
    '+420 777 123 456',
    '-1+cmd|x!A1',
    '-',
    '-007',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '  =1',
    '\u00A0=1',
    '\u3000=1',
    '\u200B=1',
    '\n=1',
    '=1\n2',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    ' ＝1',
    '﹦1',
  ])('puts an apostrophe before %j', (text) => {
    const written = csvLines([[text, 'next']])
    expect(cells(written)).toEqual([[`'${text}`, 'next']])
  })

  it.each(["it's", 'a=b', 'x-1', 'FVE Zlín', '007', '2026-11-22', "'=1"])(
    'leaves %j alone',
    (text) => {
      expect(cells(csvLines([[text]]))).toEqual([[text]])
    },
  )
})
