import { describe, expect, it } from 'vitest'
import { splitUnseen, visibleText } from './visible-text'
import { anyText, fc } from '@/lib/test-properties'

describe('visibleText', () => {
  it('leaves ordinary text of any script alone', () => {
    for (const text of ['Roof 3 – Žižkov', 'محطة', '太陽光', 'नमस्ते', '👨‍👩‍👧 ☀️', '']) {
      expect(visibleText(text)).toBe(text)
    }
  })

  it.each([
    ['a right-to-left override', 'gpj.\u202Eexe', 'gpj.‹U+202E›exe'],
    ['isolates', '\u2066x\u2069', '‹U+2066›x‹U+2069›'],
    ['a zero-width space', 'pl\u200Bant', 'pl‹U+200B›ant'],
    ['a joiner outside an emoji', 'a\u200Db', 'a‹U+200D›b'],
    ['a byte order mark', '\uFEFFa', '‹U+FEFF›a'],
    ['a terminal escape', '\u001B[31m', '‹U+001B›[31m'],
    ['a line break', 'a\nb', 'a‹U+000A›b'],
    ['a tag character', 'a\u{E0041}', 'a‹U+E0041›'],
    ['half a surrogate pair', 'a\uD800b', 'a‹U+D800›b'],
  ])('shows %s', (_, text, shown) => {
    expect(visibleText(text)).toBe(shown)
  })
})

it('cuts long text between whole characters', () => {
  expect(visibleText('x'.repeat(100_000))).toBe(`${'x'.repeat(300)}…`)
  expect(visibleText(`${'x'.repeat(299)}🔋`)).toBe(`${'x'.repeat(299)}…`)
})

describe('splitUnseen', () => {
  it('keeps only the line breaks and tabs of multi-line text', () => {
    expect(splitUnseen('a\n\tb\r', true)).toEqual([
      { at: 0, text: 'a\n\tb' },
      { at: 4, codePoint: 13 },
    ])
  })

  it('loses no character', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const joined = splitUnseen(text).map((part) =>
          'text' in part ? part.text : String.fromCodePoint(part.codePoint),
        )
        expect(joined.join('')).toBe(text)
      }),
    )
  })
})
