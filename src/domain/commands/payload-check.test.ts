import { expect, it } from 'vitest'
import { byteLength, payloadMistake } from './payload-check'

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

it('counts bytes, not letters', () => {
  expect(byteLength('Tábor ⚡')).toBe(10)
})
