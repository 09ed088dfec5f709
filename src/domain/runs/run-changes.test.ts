import { expect, it } from 'vitest'
import { withProgress, withRow, withStage, withoutStages } from './run-changes'
import { startedRun } from './test-runs'

it('changes nothing in place', () => {
  const run = startedRun(2)
  const before = structuredClone(run)
  withProgress(run, { wave: 3 })
  withRow(run, 0, { wave: 3 })
  withStage(run, 0, 'checking')
  expect(run).toEqual(before)
})

it('changes one row, and none beyond the last', () => {
  const run = startedRun(2)
  const { rows } = withRow(run, 1, { wave: 3 })
  expect(rows).toEqual([{ plantId: 'p0' }, { plantId: 'p1', wave: 3 }])
  expect(rows[0]).toBe(run.rows[0])
  expect(withRow(run, 2, { wave: 3 })).toBe(run)
})

it('keeps the order in which plants were read', () => {
  const read = [1, 0].reduce((run, at) => withStage(run, at, 'checking'), startedRun(2))
  const done = withStage(read, 0, { checkedAtMs: 5 })
  expect([...done.stages]).toEqual([
    [1, 'checking'],
    [0, { checkedAtMs: 5 }],
  ])
  expect([...withStage(done, 1).stages.keys()]).toEqual([0])
  expect(withoutStages(done).stages.size).toBe(0)
})
