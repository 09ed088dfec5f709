import { expect, test } from 'vitest'
import { trimBlanks } from './trim-blanks'

test.each([
  ['a space', ' '],
  ['a tab', '\t'],
  ['a line break', '\r\n'],
  ['a non-breaking space', '\u00A0'],
  ['a narrow non-breaking space', '\u202F'],
  ['an ideographic space', '\u3000'],
  ['a zero-width space', '\u200B'],
  ['a zero-width joiner', '\u200D'],
  ['a word joiner', '\u2060'],
  ['a byte order mark', '\uFEFF'],
  ['a soft hyphen', '\u00AD'],
  ['a bidi mark', '\u200E'],
  ['a bidi isolate', '\u2068'],
  ['several of them', ' \u00A0\u200B\u202A\n'],
])('removes %s from both ends', (_what, blank) => {
  expect(trimBlanks(`${blank}ada${blank}`)).toBe('ada')
  expect(trimBlanks(`${blank}${blank}`)).toBe('')
})

test.each([
  '',
  'ada',
  'Ada Lovelace',
  'a\u00A0b',
  'ada\u200Db',
  '👩‍🔧',
  'ada.',
  '🏴\u{E0067}\u{E007F}',
])('leaves %j as it is', (text) => {
  expect(trimBlanks(text)).toBe(text)
})

test('takes linear time on a long run of spaces', () => {
  const startedAtMs = performance.now()
  expect(trimBlanks(`a${' '.repeat(200_000)}b`)).toHaveLength(200_002)
  expect(performance.now() - startedAtMs).toBeLessThan(500)
})
