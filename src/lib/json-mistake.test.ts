import { expect, it } from 'vitest'
import { findJsonMistake, jsonMistakeText } from './json-mistake'
import { parseJson } from './json-text'
import { fc } from './test-properties'

it.each([
  // Commas
  ['{"a":1,}', 1, 7, 'nothing follows this comma; remove it'],
  ['{\n  "a": [\n    1,\n  ]\n}', 3, 6, 'nothing follows this comma; remove it'],
  ['{"a":1,,"b":2}', 1, 8, 'there is one comma too many'],
  ['[1,,2]', 1, 4, 'a value is missing before this comma'],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3, 'a comma is missing'],
  ['[1 2]', 1, 4, 'a comma is missing'],
  ['{"a":1;"b":2}', 1, 7, 'write a comma instead of this semicolon'],
  ['{"a": 1,5}', 1, 8, 'write a decimal point instead of this comma'],
  // Names and colons
  ['{"a" 1}', 1, 6, 'a colon is missing'],
  ['{"a"}', 1, 5, 'a colon and a value are missing'],
  ['{"a"', 1, 5, 'a colon and a value are missing'],
  ['{"a"=1}', 1, 5, 'write a colon instead of this equals sign'],
  ['{"a"::1}', 1, 6, 'there is one colon too many'],
  ['{a: 1}', 1, 2, 'put this name in double quotes'],
  ['{power-kw: 1}', 1, 2, 'put this name in double quotes'],
  ['{1: 1}', 1, 2, 'put this name in double quotes'],
  ["{'a':1}", 1, 2, 'use double quotes (") around a name'],
  ['{“a”:1}', 1, 2, 'use double quotes (") around a name'],
  ['{:1}', 1, 2, 'a name in double quotes is missing before this colon'],
  ['{{"a":1}}', 1, 2, 'a name in double quotes is missing'],
  ['["a":1]', 1, 5, 'a colon belongs between a name and its value, in braces'],
  // Values
  ['', 1, 1, 'a value is missing'],
  ['{"a":}', 1, 6, 'a value is missing'],
  ['{"a":', 1, 6, 'a value is missing'],
  ['{"a":\'b\'}', 1, 6, 'use double quotes (") around a text'],
  ['{"a":eco}', 1, 6, 'put this text in double quotes'],
  ['{\r\n"a": tru\r\n}', 2, 6, 'put this text in double quotes'],
  ['{"a":True}', 1, 6, 'write true in small letters'],
  ['{"a":None}', 1, 6, 'write null instead'],
  ['{"a":undefined}', 1, 6, 'write null instead'],
  ['{"a":NaN}', 1, 6, 'JSON has no NaN and no Infinity; write a number or null'],
  ['{"a":-Infinity}', 1, 6, 'JSON has no NaN and no Infinity; write a number or null'],
  // Numbers
  ['{"a":01}', 1, 6, 'a number doesn’t start with 0; remove the leading zeros'],
  ['{"a":+1}', 1, 6, 'a number has no plus sign; remove it'],
  ['{"a":.5}', 1, 6, 'write a 0 before the decimal point'],
  ['{"a":-.5}', 1, 6, 'write a 0 before the decimal point'],
  ['{"a":5.}', 1, 6, 'a digit is missing after the decimal point'],
  ['{"a":1e}', 1, 6, 'digits are missing after the e'],
  ['{"a":-}', 1, 6, 'digits are missing after the minus sign'],
  ['{"a":0x1F}', 1, 6, 'write the number in decimal digits'],
  ['{"a":12kW}', 1, 6, 'this is not a number; put a text in double quotes'],
  ['{"a":1_000}', 1, 6, 'this is not a number; put a text in double quotes'],
  // Texts
  ['{"a":"x', 1, 6, 'this text has no closing double quote'],
  [
    '{\n"a":"x\n}',
    2,
    5,
    'this text has no closing double quote on its line; write a line break as \\n',
  ],
  ['{"a":"x\ty"}', 1, 8, 'write a tab in a text as \\t'],
  ['{"a":"x\u0007y"}', 1, 8, 'write this control character in a text as \\u0007'],
  [String.raw`{"a":"C:\data"}`, 1, 9, String.raw`write a backslash in a text as \\`],
  [String.raw`{"a":"\u12"}`, 1, 7, String.raw`four hexadecimal digits must follow \u`],
  [
    '{"a":"say "hi""}',
    1,
    11,
    'write a double quote in a text as \\", or put a comma after the text',
  ],
  // Brackets and what surrounds the value
  ['{"a":1', 1, 7, 'a } is missing for the { of line 1, column 1'],
  ['{"a":1,', 1, 8, 'a } is missing for the { of line 1, column 1'],
  ['{\n  "a": [1, 2\n}', 3, 1, 'a ] is missing for the [ of line 2, column 8'],
  ['[1,', 1, 4, 'a ] is missing for the [ of line 1, column 1'],
  ['{"a":1}}', 1, 8, 'this bracket closes nothing; remove it'],
  ['}', 1, 1, 'this bracket closes nothing; remove it'],
  ['{} {}', 1, 4, 'only one value is allowed; remove what follows it'],
  ['{"a":1 /* b */}', 1, 8, 'JSON has no comments; remove this one'],
  ['{ // b\n}', 1, 3, 'JSON has no comments; remove this one'],
  ['{"a":1} # b', 1, 9, 'JSON has no comments; remove this one'],
  ['{"a":\u00a01}', 1, 6, 'remove the invisible character U+00A0'],
  ['\ufeff{}', 1, 1, 'remove the invisible character U+FEFF'],
  ['{"a":1 \u00a0}', 1, 8, 'remove the invisible character U+00A0'],
  ['{"a":@}', 1, 6, 'this character doesn’t belong here'],
])('finds the mistake in %j', (text, line, column, problem) => {
  expect(findJsonMistake(text)).toEqual({ line, column, problem })
})

it.each([
  '{}',
  '{"a":9007199254740993,"a":[1,2.50,"\\u017d\u007f"]}',
  ' [null] ',
  '-0.5e+3',
  '[[],{}]',
])('finds nothing in %s', (text) => {
  expect(findJsonMistake(text)).toBeUndefined()
  expect(jsonMistakeText(text)).toBeUndefined()
})

it('says where the mistake is in a sentence', () => {
  expect(jsonMistakeText('{"a" 1}')).toBe('Line 1, column 6: a colon is missing.')
})

it('checks nesting that would overflow the stack', () => {
  const deep = 200_000
  expect(findJsonMistake(`${'['.repeat(deep)}${']'.repeat(deep)}`)).toBeUndefined()
  expect(findJsonMistake('['.repeat(deep))?.column).toBe(deep + 1)
})

it('finds a mistake in exactly the texts that the parser rejects', () => {
  const characters = Array.from('{}[],:"\'\\au01-+.e/# \n\t\u00a0\u007f')
  const tokens = ['true', 'null', '"a"', '"a":', '\ud83d']
  const piece = fc.constantFrom(...characters, ...tokens)
  const spliced = fc
    .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.nat(3), fc.array(piece, { maxLength: 3 }))
    .map(([json, place, cut, pieces]) => {
      const at = place % (json.length + 1)
      return json.slice(0, at) + pieces.join('') + json.slice(at + cut)
    })
  const text = fc.oneof(
    spliced,
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  )
  fc.assert(
    fc.property(fc.array(text, { minLength: 20, maxLength: 20 }), (texts) => {
      for (const json of texts) {
        const isValid = parseJson(json) !== undefined
        expect([json, findJsonMistake(json) === undefined]).toEqual([json, isValid])
      }
    }),
  )
})
