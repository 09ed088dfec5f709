import { expect, it } from 'vitest'
import { holdPage, isPageHeld } from './held-page'

it('holds the page until every hold is released', () => {
  expect(isPageHeld()).toBe(false)
  const [first, second] = [holdPage(), holdPage()]
  first()
  first()
  expect(isPageHeld()).toBe(true)
  second()
  expect(isPageHeld()).toBe(false)
})
