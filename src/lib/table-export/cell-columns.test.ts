import { expect, it } from 'vitest'
import {
  type CellColumn,
  cellsOf,
  headsOf,
  numberColumn,
  textColumn,
  timeColumn,
} from './cell-columns'

const columns: CellColumn<{ name: string; seenAtMs: number | null }>[] = [
  textColumn('Name', ({ name }) => name),
  numberColumn('Letters', ({ name }) => name.length),
  timeColumn('Seen', ({ seenAtMs }) => seenAtMs),
]

it('puts each cell under its heading', () => {
  expect(headsOf(columns)).toEqual([
    { heading: 'Name', kind: 'text' },
    { heading: 'Letters', kind: 'number' },
    { heading: 'Seen', kind: 'time' },
  ])
  expect(cellsOf(columns, { name: 'Brno', seenAtMs: null })).toEqual(['Brno', 4, null])
})

it('has heads that can be sent to a worker', () => {
  expect(() => structuredClone(headsOf(columns))).not.toThrow()
})
