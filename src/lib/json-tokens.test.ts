import { expect, it } from 'vitest'
import { jsonTokens } from './json-tokens'
import { fc } from './test-properties'

it('distinguishes names, texts, numbers and words', () => {
  const text = '{ "a" : "b", "n": -1.5e3, "t": [true, null] }'
  const kinds = jsonTokens(text).filter(({ kind }) => kind !== 'punctuation')
  expect(kinds).toEqual([
    { kind: 'name', text: '"a"' },
    { kind: 'text', text: '"b"' },
    { kind: 'name', text: '"n"' },
    { kind: 'number', text: '-1.5e3' },
    { kind: 'name', text: '"t"' },
    { kind: 'word', text: 'true' },
    { kind: 'word', text: 'null' },
  ])
})

it('loses no character of any text', () => {
  const pieces = fc.array(
    fc.oneof(fc.string(), fc.constantFrom('{', '"', '\\', ':', ' ', '\n', '1', '\u00a0')),
  )
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('')
      expect(
        jsonTokens(text)
          .map((token) => token.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
