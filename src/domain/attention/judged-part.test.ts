import { expect, it } from 'vitest'
import { judgedSoFar } from './judged-part'

it('says how many plants were judged, and of how many where that is known', () => {
  expect(judgedSoFar(300, 2_999)).toBe('Judged so far: 300 of 2,999 plants.')
  expect(judgedSoFar(1, null)).toBe('Judged so far: 1 plant.')
  expect(judgedSoFar(1_200, undefined)).toBe('Judged so far: 1,200 plants.')
  // Plants that were read before may have left the list.
  expect(judgedSoFar(120, 100)).toBe('Judged so far: 120 plants.')
})
