import { expect, it } from 'vitest'
import { columnWidths, gridOf, isNumericColumn, roomFor } from './column-layout'
import { listColumns } from '@/domain/fleet/list-columns'

it('gives every column a width', () => {
  expect(Object.keys(columnWidths)).toEqual([...listColumns])
  expect(Object.values(columnWidths).every((widthPx) => widthPx > 0)).toBe(true)
})

it('lets columns share the rest of the width, except for numbers', () => {
  const { template, minPx } = gridOf(['name', 'failures'], false)
  expect(template).toBe('40px minmax(120px, 4fr) 108px')
  expect(minPx).toBe(40 + 120 + 108)
  expect(listColumns.filter(isNumericColumn)).toEqual(['failures'])
})

it('keeps names readable beside columns that were chosen', () => {
  expect(gridOf(['name', 'failures'], true)).toEqual({
    template: '40px minmax(186px, 4fr) 108px',
    minPx: 40 + 186 + 108,
  })
})

it('leaves room for the checkboxes', () => {
  expect(roomFor(1_000)).toBe(960)
})
