import { expect, it } from 'vitest'
import { compactJson, sameJsonText, sameJsonValue } from './json-layout'

it.each([
  ['{"a":1,"b":[2]}', '{ "a": 1,\r\n\t"b": [ 2 ] }'],
  ['{}', ' { } '],
])('treats %s and %s as the same text', (one, other) => {
  expect(sameJsonText(one, other)).toBe(true)
})

it.each([
  ['{"a":9007199254740993}', '{"a":9007199254740992}'],
  ['{"a":1}', '{"a":1.0}'],
  ['{"a":"x y"}', '{"a":"xy"}'],
  ['{"a":"\\" b"}', '{"a":"\\"b"}'],
  ['{"a":1,"a":2}', '{"a":2}'],
  ['{"a":1,"b":2}', '{"b":2,"a":1}'],
])('treats %s and %s as different texts', (one, other) => {
  expect(sameJsonText(one, other)).toBe(false)
})

it.each([
  ['{"a":1,"b":{"d":[1,2],"c":null}}', '{ "b": {"c":null, "d":[1,2]}, "a": 1.0 }'],
  ['{"a":"\\u00e9\\/"}', '{"a":"é/"}'],
  ['{"n":9007199254740993}', '{"n":9007199254740993.000}'],
  ['[100, 0.5, -0, 1e400]', '[1E+2, 5e-1, 0.0, 10e399]'],
  ['{"__proto__":1,"a":{}}', '{"a":{},"__proto__":1}'],
  ['{"a":1,"a":2}', '{"a":1,"a":2.0}'],
  ['{"a:":1,",":[]}', '{",":[],"a:":1}'],
])('treats %s and %s as the same value', (one, other) => {
  expect(sameJsonValue(one, other)).toBe(true)
  expect(sameJsonText(one, other)).toBe(one === '{"a":1}')
})

it.each([
  ['{"n":9007199254740993}', '{"n":9007199254740992}'],
  ['{"a":1,"a":2}', '{"a":2,"a":1}'],
  ['{"a":1,"a":2}', '{"a":2}'],
  ['[1,2]', '[2,1]'],
  ['{"a":"1"}', '{"a":1}'],
  ['{"a":1}', '{"a":-1}'],
  ['{"a":10}', '{"a":1}'],
  ['[[],1]', '[[1]]'],
  ['{"a":[]}', '{"a":{}}'],
  ['{"a"', '{"a"'],
])('treats %s and %s as different values', (one, other) => {
  expect(sameJsonValue(one, other)).toBe(false)
})

it('does not compare maliciously deep nesting', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  expect(sameJsonValue(deep, deep)).toBe(false)
})

it('removes whitespace between tokens only, even when the text ends early', () => {
  expect(compactJson('{ "a b" : [ 1.0,\n\t2 ] }')).toBe('{"a b":[1.0,2]}')
  expect(compactJson('{ "a b" : "c d')).toBe('{"a b":"c d')
})
