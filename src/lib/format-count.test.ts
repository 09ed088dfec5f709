import { expect, it } from 'vitest'
import { countOf, formatCount } from './format-count'
import { fc } from './test-properties'

it.each([
  [0, '0'],
  [-0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [-1234, '-1,234'],
  [12_400, '12,400'],
  [1_234_567, '1,234,567'],
])('groups the digits of %d', (count, text) => {
  expect(formatCount(count)).toBe(text)
})

it('matches Intl for every whole number', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (count) => {
      expect(formatCount(count)).toBe((count + 0).toLocaleString('en-GB'))
    }),
  )
})

it.each([1.5, 1e21, Number.NaN, Infinity])(
  'leaves %d, which is not a count, unchanged',
  (value) => {
    expect(formatCount(value)).toBe(String(value))
  },
)

it.each([
  [0, '0 plants', '0 batteries'],
  [1, '1 plant', '1 battery'],
  [1200, '1,200 plants', '1,200 batteries'],
])('writes %d with the singular or plural of a noun', (count, plants, batteries) => {
  expect(countOf(count, 'plant')).toBe(plants)
  expect(countOf(count, 'battery', 'batteries')).toBe(batteries)
})
