import { expect, it } from 'vitest'
import { datedName, fileNamePart } from './file-name'

it.each([
  ['CPI-21-000104-8', 'CPI-21-000104-8'],
  ['Mlékárna Olešnice', 'Mlekarna-Olesnice'],
  ['../../etc/passwd', 'etc-passwd'],
  ['.htaccess', 'htaccess'],
  ['a\u202Egnp.exe', 'a-gnp.exe'],
  ['CON:|?*', 'CON'],
  ['', 'plant'],
  ['…', 'plant'],
  ['x'.repeat(500), 'x'.repeat(80)],
])('turns %j into %j', (text, name) => {
  expect(fileNamePart(text)).toBe(name)
})

it('names a file with the day in UTC on which it is written', () => {
  expect(datedName('plants', Date.parse('2026-03-01T23:59:59Z'))).toBe('plants-2026-03-01')
})
