import { expect, it } from 'vitest'
import { readabilityText } from './alert-readability'

it.each([
  [0, 1, '1 alert could not be read'],
  [0, 3, 'None of the 3 alerts are readable'],
  [1, 1, '1 of 2 alerts could be read'],
])('describes %i readable and %i unreadable alerts as "%s…"', (readable, unreadable, text) => {
  expect(readabilityText({ items: Array.from({ length: readable }), unreadable })).toBe(text)
})
