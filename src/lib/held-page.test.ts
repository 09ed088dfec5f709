import { expect, it } from 'vitest'
import { holdPage, isPageHeld } from './held-page'

it('holds the page until the last reason is gone', () => {
  expect(isPageHeld()).toBe(false)
  const [first, second] = [holdPage(), holdPage()]
  first()
  first()
  expect(isPageHeld()).toBe(true)
  second()
  expect(isPageHeld()).toBe(false)
})
