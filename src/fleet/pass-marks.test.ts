import { expect, it } from 'vitest'
import { hasUnseen, passMarks, restoreMarks, unseenSince } from './pass-marks'
import { newPass } from './running-pass'
import { columnsOf, nowMs, plainPlant } from './test-fleets'

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

it('names plants that a pass did not find, unless they were read since it began', () => {
  const columns = columnsOf(['a', 'b', 'c', 'd'].map((id) => plainPlant(id)))
  columns.seenInPass.set([2, 1, 0, 1])
  expect(hasUnseen(columns)).toBe(true)
  columns.readAtMs[3] = nowMs + 10
  const pass = { ...newPass(2, nowMs), sinceMs: nowMs + 5 }
  expect(unseenSince(columns, pass)).toEqual(['b', 'c'])
  columns.remove(columns.find('c'))
  expect(hasUnseen(columns)).toBe(false)
})
