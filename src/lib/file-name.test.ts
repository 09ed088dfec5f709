import { expect, it } from 'vitest'
import { fileNamePart } from './file-name'

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
