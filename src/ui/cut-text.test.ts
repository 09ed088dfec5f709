import { expect, it } from 'vitest'
import { cutMiddle, cutText, piecesOf } from './cut-text'

it('leaves short text alone and cuts long text', () => {
  expect(cutText('abc', 3)).toBe('abc')
  expect(cutText('abcd', 3)).toBe('abc')
})

it('never splits a surrogate pair', () => {
  expect(cutText('ab🔋c', 3)).toBe('ab')
  expect(cutText('ab🔋c', 4)).toBe('ab🔋')
  expect(piecesOf('ab🔋cd🔋', 3)).toEqual(['ab', '🔋c', 'd🔋'])
})

it('loses nothing, even with lone surrogates', () => {
  for (const text of ['', 'abcdefg', '🔋🔋🔋🔋', '\uD83D\uD83D\uD83Da', '\uDD0B'.repeat(5)]) {
    expect(piecesOf(text, 2).join('')).toBe(text)
    for (const piece of piecesOf(text, 2)) expect(piece.length).toBeGreaterThan(0)
  }
})

it('keeps the two ends of a long text', () => {
  expect(cutMiddle('A1:B2:C3:D4:E5:F6', 8, 5)).toBe('A1:B2:C3…E5:F6')
  expect(cutMiddle('A1:B2:C3:D4:E5', 8, 5)).toBe('A1:B2:C3:D4:E5')
  expect(cutMiddle('abc🔋defgh🔋ij', 4, 3)).toBe('abc…ij')
})
