import { expect, it } from 'vitest'
import { prefixKey } from './prefix-key'
import { anyText, fc } from '@/lib/test-properties'

it('never contradicts the order of two texts', () => {
  fc.assert(
    fc.property(anyText({ minLength: 1 }), anyText({ minLength: 1 }), (one, other) => {
      if (prefixKey(one) < prefixKey(other)) expect(one < other).toBe(true)
    }),
  )
})

it('distinguishes short texts, and puts an empty one last', () => {
  expect(prefixKey('a')).toBeLessThan(prefixKey('aa'))
  expect(prefixKey('0b9e8a0')).toBeLessThan(prefixKey('0b9e8a1'))
  expect(prefixKey('')).toBe(Infinity)
})
