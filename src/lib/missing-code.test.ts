import { expect, it } from 'vitest'
import { isMissingCode } from './missing-code'

it.each([
  'Failed to fetch dynamically imported module: https://x/assets/a-1.js',
  'error loading dynamically imported module: https://x/assets/a-1.js',
  'Importing a module script failed.',
])('knows a lost part by what browsers say: %s', (message) => {
  expect(isMissingCode(new TypeError(message))).toBe(true)
  expect(isMissingCode(new Error(message))).toBe(false)
})

it('takes a slip for nothing else', () => {
  expect(isMissingCode(new TypeError('x is undefined'))).toBe(false)
  expect(isMissingCode('importing a module')).toBe(false)
})
