import { expect, it } from 'vitest'
import { sameJsonText } from './json-layout'

it.each([
  ['{"a":1,"b":[2]}', '{ "a": 1,\r\n\t"b": [ 2 ] }'],
  ['{}', ' { } '],
])('takes %s and %s for the same', (one, other) => {
  expect(sameJsonText(one, other)).toBe(true)
})

it.each([
  ['{"a":9007199254740993}', '{"a":9007199254740992}'],
  ['{"a":1}', '{"a":1.0}'],
  ['{"a":"x y"}', '{"a":"xy"}'],
  ['{"a":"\\" b"}', '{"a":"\\"b"}'],
  ['{"a":1,"a":2}', '{"a":2}'],
  ['{"a":1,"b":2}', '{"b":2,"a":1}'],
])('tells %s from %s', (one, other) => {
  expect(sameJsonText(one, other)).toBe(false)
})
