import { expect, it } from 'vitest'
import { type RunResult, evidencePlace, resultsOf, runEvidenceColumns } from './run-evidence'
import { newRun } from './run-progress'
import type { RunRow } from './run-row'
import { testDocument, testRunPlant } from './test-runs'
import { cellsOf } from '@/lib/table-export/cell-columns'

it('writes the plan and the state in words', () => {
  const row: RunRow = {
    plantId: 'p',
    wave: 0,
    heldBack: { reasons: ['Its name changed'], atMs: 5 },
  }
  const plant = testRunPlant('p', { lifecycleStatus: 'SUSPENDED' })
  const result: RunResult = { plant, row, state: 'held-back' }
  const cells = cellsOf(runEvidenceColumns, result)
  expect(cells.slice(0, 10)).toEqual([
    'p',
    'Plant p',
    'SN-p',
    'Suspended',
    'Online',
    'Held back',
    'Its name changed.',
    0,
    5,
    '["Its name changed"]',
  ])
})

it('has a row for each plant of the document', () => {
  const results = resultsOf(newRun(testDocument([testRunPlant('a'), testRunPlant('b')])))
  expect(results.map(({ plant, row, state }) => [plant.id, row.plantId, state])).toEqual([
    ['a', 'a', 'not-sent'],
    ['b', 'b', 'not-sent'],
  ])
})

it('keeps what may be a formula from being one', () => {
  const row: RunRow = { plantId: '=p', notSent: { reason: '+1', atMs: 0 } }
  const cells = cellsOf(runEvidenceColumns, { plant: testRunPlant('=p'), row, state: 'not-sent' })
  expect([cells[evidencePlace('plantId')], cells[evidencePlace('notSentReason')]]).toEqual([
    '"=p"',
    '"+1"',
  ])
})
