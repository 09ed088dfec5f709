import { expect, test } from 'vitest'
import { tonesWorstFirst } from './tone'

test('the most severe tone comes first and the good one last', () => {
  expect(tonesWorstFirst[0]).toBe('danger')
  expect(tonesWorstFirst.at(-1)).toBe('ok')
})
