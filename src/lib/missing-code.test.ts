import { expect, it } from 'vitest'
import {
  MissingCodeError,
  isMissingCode,
  missingCodeAdvice,
  reloadForMissingCode,
  reportMissingCode,
  setMissingCodePolicy,
} from './missing-code'

it.each([
  'Failed to fetch dynamically imported module: https://x/assets/a-1.js',
  'error loading dynamically imported module: https://x/assets/a-1.js',
  'Importing a module script failed.',
])("recognises a failed import by the browser's message: %s", (message) => {
  expect(isMissingCode(new TypeError(message))).toBe(true)
  expect(isMissingCode(new Error(message))).toBe(false)
})

it('recognises its own error, whatever the cause', () => {
  expect(isMissingCode(new MissingCodeError('HTTP 404'))).toBe(true)
})

it("doesn't mistake a programming error for missing code", () => {
  expect(isMissingCode(new TypeError('x is undefined'))).toBe(false)
  expect(isMissingCode('importing a module')).toBe(false)
})

it("follows the page's policy, and reloads nothing without one", async () => {
  expect(await reportMissingCode()).toBe(false)
  const asked: string[] = []
  setMissingCodePolicy({
    judge: async () => asked.push('judge') > 0,
    reload: async () => asked.push('reload') > 0,
  })
  expect(await reportMissingCode()).toBe(true)
  expect(await reloadForMissingCode()).toBe(true)
  expect(asked).toEqual(['judge', 'reload'])
})

it('distinguishes a broken connection from a new version', () => {
  expect(missingCodeAdvice(false)).toMatch(/connection/)
  expect(missingCodeAdvice(true)).toMatch(/new version.*reload/)
})
