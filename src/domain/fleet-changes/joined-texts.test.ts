import { describe, expect, it } from 'vitest'
import { hasTexts, joinTexts, joinedTextAt } from './joined-texts'
import { anyText, fc } from '@/lib/test-properties'

describe('joinTexts', () => {
  it('keeps every text at its place', () => {
    fc.assert(
      fc.property(fc.array(anyText({ maxLength: 5 })), (texts) => {
        const joined = joinTexts(texts)
        expect(texts.map((_text, place) => joinedTextAt(joined, place))).toEqual(texts)
        expect(hasTexts(joined, texts.length)).toBe(true)
        expect(joinedTextAt(joined, texts.length)).toBe('')
      }),
    )
  })

  it.each([
    ['too few', { text: 'ab', starts: Uint32Array.of(0, 2) }],
    ['a part of the whole', { text: 'ab', starts: Uint32Array.of(0, 1, 1) }],
    ['a start beyond the end', { text: 'ab', starts: Uint32Array.of(0, 9, 2) }],
    ['a late start', { text: 'ab', starts: Uint32Array.of(1, 1, 2) }],
  ])('finds damage: %s', (_what, joined) => {
    expect(hasTexts(joined, 2)).toBe(false)
  })
})
