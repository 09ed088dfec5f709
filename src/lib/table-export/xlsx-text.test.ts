import { expect, it } from 'vitest'
import { xlsxText } from './xlsx-text'
import { anyText, fc } from '@/lib/test-properties'

it.each([
  ['<b> & "c"', '&lt;b&gt; &amp; &quot;c&quot;'],
  ['two\nlines\tand a tab', 'two\nlines\tand a tab'],
  ['\r\u0000\u001F\uFFFF', '_x000D__x0000__x001F__xFFFF_'],
  ['_x000D_', '_x005F_x000D_'],
  ['_x00_ a_b', '_x00_ a_b'],
  ['\uD800x😀', '\uFFFDx😀'],
])('writes %j as %j', (text, xml) => {
  expect(xlsxText(text)).toBe(xml)
})

it('never writes a character that XML forbids', () => {
  // oxlint-disable-next-line no-control-regex -- finding them is the purpose
  const forbidden = /[<>\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF\p{Surrogate}]/u
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(xlsxText(text)).not.toMatch(forbidden)
    }),
  )
})
