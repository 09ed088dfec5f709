import { expect, it } from 'vitest'
import { formatPct, formatScientific, pctDecimals } from './format-pct'

it.each([
  [66.666, '66.7'],
  [0.01, '< 0.1'],
  [99.99, '> 99.9'],
  [-0.01, '< 0'],
  [100.01, '> 100'],
  [1e308, '1E308'],
  [0, '0'],
  [100, '100'],
])('writes %d per cent as %s %%', (pct, text) => expect(formatPct(pct)).toBe(`${text}\u00A0%`))

it('writes the percentages of a column with the same decimals', () => {
  const write = (pcts: number[]) => pcts.map((pct) => formatPct(pct, pctDecimals(pcts)))
  expect(write([75, 8.33, 0])).toEqual(['75.0\u00A0%', '8.3\u00A0%', '0.0\u00A0%'])
  expect(write([75, 25, 0])).toEqual(['75\u00A0%', '25\u00A0%', '0\u00A0%'])
})

it('writes numbers beyond the largest with powers of ten', () => {
  expect(formatScientific(4.9, -324)).toBe('4.9E-324')
  expect(formatScientific(0, 308)).toBe('0')
})
