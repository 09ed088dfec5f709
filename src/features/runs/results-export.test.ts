import { expect, it } from 'vitest'
import { resultsExport } from './results-export'
import { evidencePlace } from '@/domain/runs/run-evidence'
import { newRun } from '@/domain/runs/run-progress'
import {
  after,
  answered,
  startedRun,
  testDocument,
  testRunPlant,
  unwell,
} from '@/domain/runs/test-runs'

const exportedAtMs = Date.UTC(2026, 10, 29, 12)
const hash = 'ab'.repeat(32)

const aboutOf = (run: Parameters<typeof resultsExport>[0]['run']) =>
  resultsExport({ run, hash, exportedAtMs }).about.map(({ label, text }) => `${label}: ${text}`)

it('states the run, its hash, the bytes sent, the settings, and the count of each state', () => {
  const run = after(startedRun(3), 1_000, ...answered(0, 1_000), { kind: 'stop' })
  const { fileName, columns, rows, rowCount } = resultsExport({ run, hash, exportedAtMs })
  expect(fileName).toBe('run-GET_INFO-run-1-2026-11-29')
  expect(rowCount).toBe(3)
  expect([...rows]).toHaveLength(3)
  expect([...rows].map((row) => row[evidencePlace('state')])).toEqual([
    'OK',
    'Not sent',
    'Not sent',
  ])
  expect(columns.at(evidencePlace('clickedAt'))).toEqual({ heading: 'Clicked', kind: 'time' })
  expect(aboutOf(run)).toEqual([
    'Run: run-1',
    'Action: GET_INFO',
    'Exact bytes sent: {"command":"GET_INFO"}',
    'Scope: /api/v1 Demo Energy',
    'Planned: 1970-01-01 00:00:00 UTC by admin',
    'Started: 1970-01-01 00:00:00 UTC',
    'Stopped: 1970-01-01 00:00:01 UTC',
    'Phase: Stopped',
    `Hash (SHA-256): ${hash}`,
    'Plants first: 1',
    'Watch them for (s): 30',
    'Plants in a wave: 25',
    'At once: 4',
    'Per minute: 60',
    'Answer within (s): 60',
    'Continue from (% OK): 90',
    'Stop above (% failed): 20',
    'Plants: 3',
    'State: Not sent: 2',
    'State: OK: 1',
    'Evidence: Each state follows from the evidence in its row.',
    'Exported: 2026-11-29 12:00:00 UTC',
  ])
})

it('states limits, a note, and why a run was halted', () => {
  const document = testDocument(
    [testRunPlant('a')],
    { limits: [{ attribute: 'meta.site', percent: 10 }] },
    { note: 'Ticket 7', action: { kind: 'suspend' } },
  )
  const run = newRun(document)
  const halt = { reason: 'brake', detail: '2 of 5 plants failed.' } as const
  const lines = aboutOf({ ...run, progress: { ...run.progress, phase: 'halted', halt } })
  expect(lines).toContain('Action: Suspend')
  expect(lines).toContain('Note: Ticket 7')
  expect(lines).toContain('Limit: At most 10 % of the plants of one metadata “site” in flight')
  expect(lines).toContain('Phase: Stopped automatically: 2 of 5 plants failed.')
  expect(lines.join()).not.toContain('Exact bytes')
})

it('says of a run that finished when it finished', () => {
  const both = after(startedRun(2, { canary: 2 }), 0, ...answered(0, 0))
  const finished = after(both, 0, ...answered(1, 0, 'ERROR'))
  expect(aboutOf(finished)).toContain('Finished: 1970-01-01 00:00:00 UTC')
  expect(aboutOf(finished)).toContain('Phase: Finished')
  expect(aboutOf(finished).join()).not.toContain('Problems')
})

it('states the problems of the first plants of a run that ended without a halt', () => {
  const settings = { canary: 2, bakeS: 0 }
  const both = after(startedRun(2, settings), 0, ...answered(0, 0), ...answered(1, 0), unwell(1))
  const stopped = aboutOf(after(both, 0, { kind: 'stop' }))
  expect(stopped[stopped.indexOf('Phase: Stopped') + 1]).toBe(
    'Problems: Plant p1 is Offline after its answer.',
  )
})
