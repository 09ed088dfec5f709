import { expect, it } from 'vitest'
import { printValue, quote } from './filter-quotes'

it.each([
  ['Elektro', 'Elektro'],
  ['', '""'],
  ['a b', '"a b"'],
  ['a,b', '"a,b"'],
  [String.raw`a"\b`, String.raw`"a\"\\b"`],
])('prints the value %j as %s', (value, printed) => {
  expect(printValue(value)).toBe(printed)
})

it('puts any text in quotation marks', () => {
  expect(quote('brno')).toBe('"brno"')
})
