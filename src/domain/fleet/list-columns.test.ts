import { describe, expect, it } from 'vitest'
import {
  type ListColumn,
  defaultColumns,
  fittingColumns,
  listColumns,
  moveColumn,
  printColumns,
  readColumns,
} from './list-columns'
import { fc } from '@/lib/test-properties'

const widths = Object.fromEntries(listColumns.map((column) => [column, 100])) as Record<
  ListColumn,
  number
>

describe('a stored choice', () => {
  it('is read as it was written, with the name first', () => {
    const some = fc.uniqueArray(fc.constantFrom(...listColumns.slice(1)), { minLength: 1 })
    fc.assert(
      fc.property(some, (columns) => {
        const chosen = ['name', ...columns] as const
        expect(readColumns(printColumns(chosen))).toEqual(chosen)
      }),
    )
  })

  it('counts as none when it names no column of this version', () => {
    expect(readColumns(null)).toBeUndefined()
    expect(readColumns('')).toBeUndefined()
    expect(readColumns('colour weight')).toBeUndefined()
  })

  it('omits columns that this version does not have, and repeated ones', () => {
    expect(readColumns('seen colour seen cert')).toEqual(['name', 'seen', 'cert'])
  })
})

describe('fittingColumns', () => {
  const fitting = (roomPx: number) => fittingColumns(widths, 60, roomPx)

  it('keeps all default columns where there is room', () => {
    expect(fitting(1_000)).toEqual(defaultColumns)
  })

  it('drops the authentication method first, and the reason only for the narrower certificate', () => {
    expect(fitting(999)).not.toContain('auth')
    expect(fitting(500)).toEqual(['name', 'urgency', 'status', 'cert', 'seen'])
    expect(fitting(499)).toEqual(['name', 'urgency', 'status', 'seen'])
    expect(fitting(359)).toEqual(['name', 'status', 'cert', 'seen'])
    expect(fitting(10)).toEqual(['name', 'status', 'cert', 'seen'])
  })

  it('cuts names before it drops the reason', () => {
    expect(fitting(360)).toEqual(['name', 'urgency', 'status', 'seen'])
  })
})

describe('moveColumn', () => {
  const columns = ['name', 'seen', 'cert'] as const

  it('swaps a column with its neighbour', () => {
    expect(moveColumn(columns, 'cert', -1)).toEqual(['name', 'cert', 'seen'])
    expect(moveColumn(columns, 'seen', 1)).toEqual(['name', 'cert', 'seen'])
  })

  it('leaves the name first and the ends as they are', () => {
    expect(moveColumn(columns, 'seen', -1)).toEqual(columns)
    expect(moveColumn(columns, 'cert', 1)).toEqual(columns)
    expect(moveColumn(columns, 'name', 1)).toEqual(columns)
    expect(moveColumn(columns, 'type', 1)).toEqual(columns)
  })
})
