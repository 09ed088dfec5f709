import { expect, it } from 'vitest'
import { runSteps } from './run-steps'

it('runs every step, and returns the result', () => {
  const taken: number[] = []
  function* threeSteps(): Generator<void, string> {
    for (const step of [1, 2, 3]) {
      taken.push(step)
      yield
    }
    return 'done'
  }
  expect(runSteps(threeSteps())).toBe('done')
  expect(taken).toEqual([1, 2, 3])
})
