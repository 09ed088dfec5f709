import { expect, it } from 'vitest'
import { parseFilter } from './filter-text'
import { unappliedWords, whyNotAllMatching } from './unapplied-conditions'

it.each([
  ['brno status:offline', undefined],
  ['brno cert<soon', '“cert<soon” isn’t applied, so the list may show too many plants.'],
  ['x:1 brno y:2', '“x:1”, “y:2” aren’t applied, so the list may show too many plants.'],
])('states what of %j isn’t applied', (text, words) => {
  const { mistakes } = parseFilter(text)
  expect(unappliedWords(text, mistakes)).toBe(words)
  const reason = words && `${words} Correct the filter first.`
  expect(whyNotAllMatching(text, mistakes)).toBe(reason)
})
