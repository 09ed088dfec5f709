import { expect, it } from 'vitest'
import { isPathSegment } from './path-segment'

it.each(['a', '...', 'a/b?c#d', 'Žluťoučký', '🔋', '\u0000', 'x'.repeat(1_000)])(
  'accepts %j, which survives encoding',
  (text) => {
    expect(isPathSegment(text)).toBe(true)
    expect(decodeURIComponent(encodeURIComponent(text))).toBe(text)
  },
)

it.each(['', '.', '..', 'a\uD83D', '\uDD0B', 'x'.repeat(1_001)])('rejects %j', (text) => {
  expect(isPathSegment(text)).toBe(false)
})
