import { expect, it } from 'vitest'
import { readName, readValue, strangeCharacter } from './json-token-mistake'

it.each(['"a"', '""', String.raw`"\"\u017d"`, 'true', 'null', '0', '-0.5e+3'])(
  'reads %s to its end',
  (token) => {
    expect(readValue(`${token},`, 0)).toEqual({ end: token.length })
  },
)

it('reads a name to its end', () => {
  expect(readName('{"a b":1}', 1)).toEqual({ end: 6 })
})

it.each([
  ['1.2.3', 0],
  ['«a»', 0],
  ['"a\\', 2],
  ['"a\\x"', 2],
  ['"abc', 0],
])('finds the mistake in %s at %i', (token, at) => {
  expect(readValue(token, 0)).toMatchObject({ at })
})

it('names a character that can’t be seen by its code', () => {
  expect(strangeCharacter('\u200b', 0)).toBe('remove the invisible character U+200B')
  expect(strangeCharacter('@', 0)).toBe('this character doesn’t belong here')
})
