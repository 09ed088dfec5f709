import { expect, it } from 'vitest'
import { defaultSort, sortKeys } from './fleet-sort'
import { bothSorts, sortWords } from './sort-words'

it('has words of its own for each order', () => {
  const all = bothSorts(sortKeys)
  expect(all).toHaveLength(2 * sortKeys.length)
  expect(new Set(all.map(sortWords)).size).toBe(all.length)
})

it('names the direction of an order', () => {
  expect(sortWords(defaultSort)).toBe('Most urgent first')
  expect(sortWords({ key: 'failures', isDescending: true })).toBe('Most auth failures first')
  expect(sortWords({ key: 'created', isDescending: true })).toBe('Newest first')
  expect(sortWords({ key: 'seen', isDescending: false })).toBe('Longest silent first')
})
