import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { csvWriter } from './csv-writer'
import {
  exactFlag,
  exactList,
  exactText,
  exactTime,
  readFlag,
  readList,
  readText,
  readTime,
} from './exact-cells'
import type { TableColumn, TableRow } from './export-table'
import { readXlsx } from './test-xlsx'
import { xlsxWriter } from './xlsx-writer'
import { anyText, fc } from '@/lib/test-properties'

const columns: TableColumn[] = [
  { heading: 'Text', kind: 'text' },
  { heading: 'List', kind: 'text' },
  { heading: 'Time', kind: 'time' },
  { heading: 'Flag', kind: 'text' },
]

async function throughCsv(rows: readonly TableRow[]): Promise<string[][]> {
  const writer = csvWriter({ title: '', columns, about: [] })
  writer.add(rows)
  const text = await writer.finish().text()
  return Papa.parse<string[]>(text.replace(/^\uFEFF/, '')).data.slice(1)
}

const awkward = fc.constantFrom(
  '',
  '""',
  "'=1",
  '=1',
  '-5',
  '1.0',
  '1e21',
  ' a',
  '\r',
  'a\r\nb',
  '\uD800',
  'null',
  '＝1',
)

it('reads cells back from a CSV file as they were', async () => {
  const text = fc.option(fc.oneof(awkward, anyText()), { nil: undefined })
  const row = fc.record({
    text,
    list: fc.option(fc.array(fc.oneof(awkward, anyText()), { maxLength: 3 }), { nil: undefined }),
    time: fc.option(
      fc.oneof(
        fc.integer({ min: -9e15, max: 9e15 }),
        fc.integer({ min: 0, max: 4e12 }),
        fc.double({ noNaN: true }).filter((value) => !Object.is(value, -0)),
      ),
      { nil: undefined },
    ),
    flag: fc.constantFrom(true, false, undefined),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
      const cells = rows.map((one) => [
        exactText(one.text),
        exactList(one.list),
        exactTime(one.time),
        exactFlag(one.flag),
      ])
      for (const read of [cells, await throughCsv(cells)]) {
        const back = read.map(([first, second, third, fourth]) => ({
          text: readText(first),
          list: readList(second),
          time: readTime(third),
          flag: readFlag(fourth),
        }))
        expect(back).toEqual(rows)
      }
    }),
  )
})

it('reads text back from an Excel file as it was', async () => {
  const texts = ['OK', '=1', '', '"', "'", '\uD800', '_x000D_', '\u0007', '9007199254740993', ' a ']
  const writer = xlsxWriter({ title: 'T', columns, about: [] })
  writer.add(texts.map((text) => [exactText(text)]))
  const [sheet] = await readXlsx(writer.finish())
  const cells = sheet?.rows.slice(1).map(([cell]) => cell) ?? []
  expect(cells.map(readText)).toEqual(texts)
})

it('leaves usual text as it is', () => {
  expect(exactText('{"a": "é"}')).toBe('{"a": "é"}')
  expect(exactText('2026-11-22T09:00:00Z')).toBe('2026-11-22T09:00:00Z')
  expect(exactText(null)).toBeUndefined()
})
