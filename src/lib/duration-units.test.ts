import { expect, it } from 'vitest'
import { countUnits, durationUnits, durationWords } from './duration-units'
import { dayMs, hourMs, minuteMs, secondMs } from './instants'

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

it.each([
  [2 * dayMs, '2 days'],
  [36 * hourMs, '36 hours'],
  [60 * minuteMs, '1 hour'],
  [90 * minuteMs, '90 minutes'],
  [30 * minuteMs, '30 minutes'],
  [90 * secondMs, '90 seconds'],
  [500, '0.5 seconds'],
])('says %i ms exactly: %s', (ms, words) => {
  expect(durationWords(ms)).toBe(words)
})
