import { expect, it } from 'vitest'
import { countUnits, durationUnits } from './duration-units'

it('lists the longest unit first, each from a multiple of itself', () => {
  const lengths = durationUnits.map(({ ms }) => ms)
  expect(lengths).toEqual(lengths.toSorted((a, b) => b - a))
  expect(durationUnits.filter(({ ms, fromMs }) => fromMs % ms !== 0)).toEqual([])
})

it('counts in words', () => {
  const [year] = durationUnits.slice(0, 1)
  expect([0, 1, 2].map((count) => year && countUnits(count, year))).toEqual([
    '0 years',
    '1 year',
    '2 years',
  ])
})
