import { expect, it } from 'vitest'
import { findJsonMistake } from './json-mistake'

it.each([
  ['{"a":1,}', 1, 8],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3],
  ['{\r\n"a": tru\r\n}', 2, 6],
  ['{"a":1', 1, 7],
  ['{"a":"x', 1, 6],
  ["{'a':1}", 1, 2],
  ['{"a":01}', 1, 7],
  ['{} {}', 1, 4],
  ['', 1, 1],
  ['{"a":1 /* b */}', 1, 8],
])('finds the mistake in %j at line %i, column %i', (text, line, column) => {
  expect(findJsonMistake(text)).toMatchObject({ line, column })
})

it('describes each mistake', () => {
  expect(findJsonMistake('{"a" 1}')?.problem).toBe('a colon is missing')
  expect(findJsonMistake('{"a":1 "b":2}')?.problem).toBe('a comma is missing')
})

it.each(['{}', '{"a":9007199254740993,"a":[1,2.50,"\\u017d"]}', ' [null] '])(
  'finds nothing in %s',
  (text) => {
    expect(findJsonMistake(text)).toBeUndefined()
  },
)

it('survives nesting that would overflow the stack', () => {
  expect(() => findJsonMistake('['.repeat(200_000))).not.toThrow()
})
