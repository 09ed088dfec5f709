import { expect, test } from 'vitest'
import { indentJson, stringifyWithText } from './json-writing'
import { fc } from './test-properties'

test('adds members given as JSON text and omits undefined ones', () => {
  expect(
    stringifyWithText(
      { name: 'x', type: undefined },
      { metadata: '{"n":1e400}', other: undefined },
    ),
  ).toBe('{"name":"x","metadata":{"n":1e400}}')
})

test('lays out JSON as JSON.stringify would', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(indentJson(json)).toBe(JSON.stringify(JSON.parse(json), null, 2))
    }),
  )
})

test('keeps large numbers, duplicates and order when laying out', () => {
  expect(indentJson('{"n":9007199254740993,"a":1,"a":[],"2":{}}')).toBe(
    '{\n  "n": 9007199254740993,\n  "a": 1,\n  "a": [],\n  "2": {}\n}',
  )
})

test('lays out malicious nesting in bounded space', () => {
  const levels = 5_000
  const laidOut = indentJson('['.repeat(levels) + '1' + ']'.repeat(levels))
  expect(laidOut.length).toBeLessThan(levels * 2 * 70)
  expect(laidOut.replaceAll(/\s/g, '')).toHaveLength(levels * 2 + 1)
})

test('leaves invalid JSON unchanged', () => {
  expect(indentJson('{"a":')).toBe('{"a":')
})
