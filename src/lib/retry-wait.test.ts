import { expect, it } from 'vitest'
import { retryWaitWords } from './retry-wait'

it.each([
  [1_001, 'Try again in 2 s.'],
  [1_000, 'Try again in 1 s.'],
  [1, 'Try again in 1 s.'],
  [0, null],
  [-5_000, null],
  [Number.NaN, null],
])('describes a wait of %d ms as %j', (leftMs, words) => {
  expect(retryWaitWords(leftMs)).toBe(words)
})
