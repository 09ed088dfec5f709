import { describe, expect, it } from 'vitest'
import { aboutSheet, sheetEnd, sheetRow, sheetStart } from './xlsx-sheet'

const columns = [
  { heading: 'Name', kind: 'text' },
  { heading: 'Created', kind: 'time' },
] as const

describe('sheetStart', () => {
  it.each([
    ['short', 10],
    ['x'.repeat(20), 22],
    ['x'.repeat(500), 60],
  ])('makes the column of %j %i characters wide', (text, width) => {
    expect(sheetStart(columns, [[text, 0]])).toContain(`<col min="1" max="1" width="${width}"`)
  })

  it('makes room for whole dates', () => {
    expect(sheetStart(columns, [])).toContain('<col min="2" max="2" width="21"')
  })
})

describe('sheetRow', () => {
  it('places cells, and leaves out empty ones', () => {
    expect(sheetRow([null, 86_400_000], columns, 7)).toBe(
      '<row r="7"><c r="B7" s="2"><v>25570</v></c></row>',
    )
  })

  it('writes more cells than there are columns', () => {
    expect(sheetRow([null, null, 5], columns, 2)).toBe('<row r="2"><c r="C2"><v>5</v></c></row>')
  })
})

it('closes a sheet with and without columns', () => {
  expect(sheetEnd(28, 9)).toBe('</sheetData><autoFilter ref="A1:AB9"/></worksheet>')
  expect(sheetEnd(0, 1)).toBe('</sheetData></worksheet>')
})

it('escapes the lines about the table', () => {
  expect(aboutSheet([{ label: 'Filter', text: 'a < b' }])).toContain('<t>a &lt; b</t>')
})
