import { expect, it } from 'vitest'
import { sameJsonText, sameJsonValue } from './json-layout'
import { endOfString, endOfToken, isEmptyObject } from './json-scan'
import { liftMembers } from './json-text'
import { readJsonTree } from './json-tree'
import { indentJson, jsonTextOf } from './json-writing'

const million = 1_000_000
const long = 'x'.repeat(12 * million)
const escapes = String.raw`\"`.repeat(6 * million)
const backslashes = '\\'.repeat(12 * million)

it.each([
  ['letters', long],
  ['escaped quotes', escapes],
  ['escaped backslashes at the end', `a${backslashes}`],
  ['line breaks at the end', String.raw`\n`.repeat(6 * million)],
])(
  'reads a 12 MB string of %s with every JSON reader',
  (_, inner) => {
    const string = `"${inner}"`
    const text = `{"id":"a","metadata":{"k": ${string}},"rest":${string}}`
    expect(endOfString(string, 0)).toBe(string.length)
    const lifted = JSON.parse(liftMembers(text, ['metadata'])) as { id: string; metadata: string }
    expect(lifted.id).toBe('a')
    expect(lifted.metadata.length).toBe(inner.length + 9)
    expect(indentJson(`{"k":${string}}`).length).toBe(inner.length + 13)
    expect(sameJsonText(`[${string}]`, `[ ${string} ]`)).toBe(true)
    expect(readJsonTree(`[${string}]`)?.children[0]?.kind).toBe('string')
  },
  60_000,
)

it('compares values that contain a 12 MB string', () => {
  expect(sameJsonValue(`{"k":"${long}"}`, `{ "k" : "${long}" }`)).toBe(true)
}, 60_000)

it('distinguishes an escaped quote from the end of a string', () => {
  expect(endOfString(String.raw`"a\"b"c`, 0)).toBe(6)
  expect(endOfString(String.raw`"a\\"b"`, 0)).toBe(5)
  expect(endOfString(String.raw`"a\\\"b"`, 0)).toBe(8)
  expect(endOfString(String.raw`"a\"`, 0)).toBeUndefined()
  expect(endOfString('""', 0)).toBe(2)
})

it('ends a number at any delimiter, and an unclosed string at the end of the text', () => {
  for (const rest of [',', ']', '}', ' ', '\n', '']) expect(endOfToken(`-1.5e3${rest}`, 0)).toBe(6)
  expect(endOfToken('"abc', 0)).toBe(4)
})

it('lays out no more than the requested length', () => {
  const text = `[${'1,'.repeat(million)}1]`
  expect(indentJson(text, 100)).toHaveLength(100)
  expect(indentJson(text, 100)).toMatch(/^\[\n {2}1,\n {2}1,/)
})

it('compares very long numbers quickly', () => {
  const number = `1${'0'.repeat(million)}1`
  expect(sameJsonValue(`[${number}]`, `[${number}]`)).toBe(true)
})

it('writes values of any depth', () => {
  const deep = `${'[{"a":'.repeat(50_000)}{"b":[1,"x",null],"c":{}}${'}]'.repeat(50_000)}`
  expect(jsonTextOf(JSON.parse(deep)) === deep).toBe(true)
  expect(jsonTextOf({ a: undefined, b: [1] })).toBe('{"b":[1]}')
})

it('recognises an object without members', () => {
  for (const text of ['{}', ' { } ', '\n{\t}\r\n']) expect(isEmptyObject(text)).toBe(true)
  for (const text of ['', '[]', '{"a":1}', '{']) expect(isEmptyObject(text)).toBe(false)
})
