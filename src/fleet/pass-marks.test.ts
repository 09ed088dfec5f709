import { expect, it } from 'vitest'
import { passMarks, restoreMarks } from './pass-marks'
import { columnsOf, plainPlant } from './test-fleets'

it('brings back what the pass had found, and nothing of another one', () => {
  const columns = columnsOf(['a', 'b', 'c'].map((id) => plainPlant(id)))
  columns.seenInPass.set([2, 2, 1])
  columns.connectedInPass.set([1, 0, 1])
  const marks = passMarks(columns, 2)
  const copy = columnsOf(['x', 'a', 'b', 'c'].map((id) => plainPlant(id)))
  restoreMarks(copy, 1, marks, 7)
  expect(Array.from(copy.seenInPass.slice(0, 4))).toEqual([0, 7, 7, 0])
  expect(Array.from(copy.connectedInPass.slice(0, 4))).toEqual([0, 1, 0, 0])
})
