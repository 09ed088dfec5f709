import { expect, it } from 'vitest'
import { Coder, MetadataColumns, keyLead, maxPageKeys } from './coded-columns'

it('codes each distinct value once', () => {
  const coder = new Coder(3)
  for (const [row, value] of ['a', 'b', 'a'].entries()) coder.set(row, value)
  expect(coder.finish()).toEqual({ values: ['a', 'b'], codes: Uint16Array.of(0, 1, 0) })
})

it('marks the lines of top-level metadata, and leaves long values out of the facets', () => {
  const columns = new MetadataColumns(2)
  const [first, second] = columns.linesOf('{"Installer":"Čapek","a":{"b":"c"}}', 0)
  const long = 'x'.repeat(100)
  columns.linesOf(JSON.stringify({ Installer: long }), 1)
  const { metadata, keyMarks } = columns.finish()
  expect(first).toBe(`${keyLead}${keyMarks.get('Installer')}capek`)
  expect(second).toBe('c')
  expect(metadata).toEqual([
    { key: 'Installer', values: ['', 'Čapek'], codes: Uint16Array.of(1, 0) },
  ])
})

it('searches the values of more keys than it can mark', () => {
  const columns = new MetadataColumns(1)
  const keys = Array.from({ length: 200 }, (_, at) => [`key-${at}`, at])
  const lines = columns.linesOf(JSON.stringify(Object.fromEntries(keys)), 0)
  expect(lines.at(-1)).toBe('199')
  expect(columns.finish().metadata).toHaveLength(maxPageKeys)
})
