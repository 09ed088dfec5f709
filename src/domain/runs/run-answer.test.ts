import { expect, it } from 'vitest'
import { fieldKind, plainFieldText, runAnswer, shownFieldText } from './run-answer'

const fieldsOf = (response: string) => [...runAnswer({ id: 'r', response }).fields]

it('reads members, and those one level deeper, by their path', () => {
  const response =
    '{"n":{"z":1.0,"y":{"x":[ 1 ]}},"a.b":2,"a":{"b":3,"c":{}},"e":{},"":0,"big":9007199254740993}'
  expect(fieldsOf(response)).toEqual([
    ['[""]', '0'],
    ['a.b', '3'],
    ['a.c', '{}'],
    ['["a.b"]', '2'],
    ['big', '9007199254740993'],
    ['e', '{}'],
    ['n.y', '{"x":[1]}'],
    ['n.z', '1.0'],
  ])
})

it('numbers members with the same name', () => {
  expect(fieldsOf('{"a":1,"a":{"b":2},"a (2)":3}')).toEqual([
    ['["a (2)"]', '3'],
    ['a', '1'],
    ['a (2).b', '2'],
  ])
})

it('keeps a response that isn’t an object or has too many members as one value', () => {
  expect(fieldsOf('[1, 2]')).toEqual([['', '[1,2]']])
  expect(fieldsOf('{}')).toEqual([['', '{}']])
  expect(fieldsOf('{"a"')).toEqual([['', '{"a"']])
  const members = Array.from({ length: 201 }, (_, at) => `"m${at}":${at}`).join(',')
  expect(fieldsOf(`{${members}}`).map(([path]) => path)).toEqual([''])
  expect(fieldsOf(`{"a":{${members}}}`).map(([path]) => path)).toEqual(['a'])
  const two = `{"a":{${members.split(',').slice(0, 120)}},"b":{${members.split(',').slice(0, 120)}}}`
  expect(fieldsOf(two).map(([path]) => path)).toEqual([''])
})

it('reads a huge answer', () => {
  const { kind, fields } = runAnswer({ id: 'r', response: `{"log":"${'x'.repeat(2_000_000)}"}` })
  expect(kind).toBe('json')
  expect(fields.get('log')).toHaveLength(2_000_002)
})

it('reads each record once', () => {
  const record = { id: 'r', response: '{}' }
  expect(runAnswer(record)).toBe(runAnswer(record))
})

it.each([
  ['{"a":1}', 'object'],
  ['[]', 'array'],
  ['"1"', 'string'],
  ['-1', 'number'],
  ['true', 'boolean'],
  ['false', 'boolean'],
  ['null', 'null'],
])('knows the kind of %s', (text, kind) => {
  expect(fieldKind(text, 'json')).toBe(kind)
  expect(fieldKind(text, 'text')).toBe('text')
})

it.each([
  ['"2.4.1"', '2.4.1', '2.4.1'],
  ['"1"', '1', '"1"'],
  ['"true"', 'true', '"true"'],
  ['""', '', '""'],
  ['" a"', ' a', '" a"'],
  ['1.0', '1.0', '1.0'],
  ['{"a":"b"}', '{"a":"b"}', '{"a":"b"}'],
  ['"not" JSON "', '"not" JSON "', '"not" JSON "'],
])('writes %s as %s, and shows it as %s', (text, plain, shown) => {
  expect(plainFieldText(text)).toBe(plain)
  expect(shownFieldText(text)).toBe(shown)
})
