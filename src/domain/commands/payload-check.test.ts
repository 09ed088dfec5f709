import { expect, it } from 'vitest'
import {
  byteLength,
  inexactText,
  maxPayloadBytes,
  payloadMistake,
  repetitionText,
} from './payload-check'

it.each([
  ['', undefined],
  ['  \n', undefined],
  ['{"a":1}', undefined],
  ['{"a":9007199254740993,"a":2}', undefined],
  ['{\n  "a" 1\n}', 'Line 2, column 7: a colon is missing.'],
  ['[1]', 'A payload is a JSON object, in braces.'],
  ['"text"', 'A payload is a JSON object, in braces.'],
  ['null', 'A payload is a JSON object, in braces.'],
])('judges %j', (payload, mistake) => {
  expect(payloadMistake(payload)).toBe(mistake)
})

it('leaves room for the message around a payload of 8 KB', () => {
  expect(maxPayloadBytes).toBe(7992)
})

it.each([
  ['{"a":1,"a":2}', '"a"'],
  ['{"a":1,"\\u0061":2}', '"a"'],
  ['{"b":[{"x":1,"x":1,"x":2}],"b":{}}', '"x", "b"'],
])('names what is repeated in %s', (payload, names) => {
  expect(repetitionText(payload)).toContain(`The payload names ${names} more than once.`)
})

it.each(['', '{', '{"a":{"a":1},"A":2}', '[{"a":1},{"a":2}]'])(
  'finds nothing repeated in %j',
  (payload) => {
    expect(repetitionText(payload)).toBeUndefined()
  },
)

it.each([
  ['{"a":9007199254740993}', '9007199254740993 as 9007199254740992'],
  ['{"a":[{"b":1e400}]}', '1e400 as Infinity'],
  [`{"a":1${'0'.repeat(50)}1}`, `1${'0'.repeat(39)}… as 1e+51`],
])('warns of numbers that may arrive as others in %s', (payload, text) => {
  expect(inexactText(payload)).toContain(`may read ${text}`)
})

it.each(['', '{', '{"a":12.50,"b":"9007199254740993","9007199254740993":1}'])(
  'finds no inexact number in %j',
  (payload) => {
    expect(inexactText(payload)).toBeUndefined()
  },
)

it('counts bytes, not letters', () => {
  expect(byteLength('Tábor ⚡')).toBe(10)
})
