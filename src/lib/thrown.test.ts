import { expect, test } from 'vitest'
import { unreadableValues } from './test-thrown'
import { toError } from './thrown'

test('keeps an error that can be read', () => {
  const error = new RangeError('too long')
  expect(toError(error)).toBe(error)
})

test.each([
  ['text', 'text'],
  ['', ''],
  [undefined, 'undefined'],
  [Symbol('s'), 'Symbol(s)'],
  [{ message: 'x' }, '[object Object]'],
])('describes %o, which is not an error', (thrown, message) => {
  expect(toError(thrown)).toMatchObject({ name: 'Error', message })
})

test.each(unreadableValues)('describes %s without throwing', (_name, thrown) => {
  const error = toError(thrown)
  expect(Object.getPrototypeOf(error)).toBe(Error.prototype)
  expect(`${error.name}: ${error.message}`).toMatch(/^Error: ./)
})
