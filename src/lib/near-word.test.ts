import { expect, it } from 'vitest'
import { nearestWord } from './near-word'
import { fc } from './test-properties'

const words = ['status', 'org', 'seen', 'online', 'offline', 'MTLS', 'Písek']

it.each([
  ['statsu', 'status'],
  ['ofline', 'offline'],
  ['MTSL', 'MTLS'],
  ['mtls', 'MTLS'],
  ['pisk', 'Písek'],
  ['sen', 'seen'],
  ['tag', undefined],
  ['sn', undefined],
  ['serial', undefined],
  ['', undefined],
])('corrects %j to %j', (word, nearest) => {
  expect(nearestWord(word, words)).toBe(nearest)
})

it('finds a word with one wrong, missing, superfluous or swapped letter', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    minLength: 4,
    maxLength: 12,
  })
  fc.assert(
    fc.property(word, fc.nat(11), (given, place) => {
      const at = place % given.length
      const [before, letter, after] = [given.slice(0, at), given.charAt(at), given.slice(at + 1)]
      const swapped = before + after.slice(0, 1) + letter + after.slice(1)
      for (const wrong of [`${before}x${after}`, `${before}x${letter}${after}`, swapped])
        expect(nearestWord(wrong, [given])).toBe(given)
      expect(nearestWord(before + after, ['zzzz', given])).toBe(given)
    }),
  )
})
