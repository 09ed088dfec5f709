import { expect, it } from 'vitest'
import { sheetPath, xlsxParts } from './xlsx-parts'

it('declares and links every sheet', () => {
  const parts = xlsxParts(['Plants', 'About'])
  expect(parts['[Content_Types].xml']).toContain('PartName="/xl/worksheets/sheet2.xml"')
  expect(parts['xl/workbook.xml']).toContain('<sheet name="About" sheetId="2" r:id="rId2"/>')
  expect(parts['xl/_rels/workbook.xml.rels']).toContain('Id="rId2"')
  expect(parts['xl/_rels/workbook.xml.rels']).toContain('Target="worksheets/sheet2.xml"')
  expect(sheetPath(2)).toBe('xl/worksheets/sheet2.xml')
})

it.each([
  ['a/b [c]: *d?', 'a b  c    d'],
  ['x'.repeat(40), 'x'.repeat(31)],
  ["'", 'Table'],
  ['A & B', 'A &amp; B'],
])('names a sheet %j as Excel allows', (name, written) => {
  expect(xlsxParts([name])['xl/workbook.xml']).toContain(`<sheet name="${written}"`)
})
