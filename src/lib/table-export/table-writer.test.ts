import { expect, it } from 'vitest'
import { tableWriter } from './table-writer'

it.each([
  ['csv', 'text/csv;charset=utf-8'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
] as const)('writes a file of type %s', (format, type) => {
  const head = { title: 'T', columns: [{ heading: 'A', kind: 'text' }], about: [] } as const
  expect(tableWriter(format, head).finish().type).toBe(type)
})
