import { expect, it } from 'vitest'
import { cutText, piecesOf } from './cut-text'

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
