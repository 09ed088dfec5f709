import { expect, it } from 'vitest'
import { isSameJson } from './same-json'

it.each([
  ['{"a":1,"b":[1,{"c":2}]}', '{ "b": [1, {"c": 2.0}], "a": 1 }', true],
  ['{"a":1}', '{"a":"1"}', false],
  ['{"a":[1,2]}', '{"a":[2,1]}', false],
  ['{"a":null}', '{}', false],
  // A list of pairs isn't the object that it is compared as.
  ['{"a":{"b":1}}', '{"a":[["b",1]]}', false],
  ['{', '{', true],
  ['{', '}', false],
  ['{"__proto__":1}', '{}', false],
  [`${'['.repeat(50_000)}${']'.repeat(50_000)}`, '[]', false],
])('%# compares values, not texts', (one, other, isSame) => {
  expect(isSameJson(one, other)).toBe(isSame)
})
