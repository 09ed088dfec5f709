import { expect, it } from 'vitest'
import { filterTokens } from './filter-tokens'
import { anyText, fc } from '@/lib/test-properties'

it('splits words, quoted texts and comparisons', () => {
  const tokens = filterTokens(' brno "a b" status:on,"o f" meta."k 1":x cert<30d')
  expect(tokens.map(({ at, name, op, values, key }) => [at, name, op, values, key])).toEqual([
    [1, 'brno', undefined, [], undefined],
    [6, 'a b', undefined, [], undefined],
    [12, 'status', ':', ['on', 'o f'], undefined],
    [28, 'meta.', ':', ['x'], 'k 1'],
    [41, 'cert', '<', ['30d'], undefined],
  ])
})

it('covers everything except spaces, in order, for any text', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      let end = 0
      for (const { at, length, source } of filterTokens(text)) {
        expect(text.slice(end, at).trim()).toBe('')
        expect(source).toBe(text.slice(at, at + length))
        expect(length).toBeGreaterThan(0)
        end = at + length
      }
      expect(text.slice(end).trim()).toBe('')
    }),
  )
})
