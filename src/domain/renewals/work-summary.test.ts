import { expect, it } from 'vitest'
import type { AtRisk } from './certificate-survey'
import { workSummary } from './work-summary'

const row = (reach: AtRisk['reach'], grade: AtRisk['grade'] = 'soon'): AtRisk => ({
  plant: { id: 'p', name: 'p', serialNumber: 'p', certificateExpiresAt: null },
  endMs: 0,
  grade,
  reach,
  dueMs: 0,
  readAtMs: 0,
})

it('counts the work by the way to reach the plants', () => {
  const rows = [
    row('dark', 'expired'),
    row('lockedOut', 'expired'),
    row('offline'),
    row('connected'),
  ]
  expect(workSummary(rows)).toEqual([
    '2 expired',
    '1 locked out',
    '1 not trying to connect',
    '3 need a visit',
    '1 can be renewed remotely',
  ])
})

it('names plants that are not in service, which nothing else counts', () => {
  const rows = [row('connected'), row('resting', 'expired'), row('resting'), row('resting')]
  expect(workSummary(rows).slice(-2)).toEqual(['1 can be renewed remotely', '3 not in service'])
})

it('counts plants neither as a visit nor as remote work while that is unclear', () => {
  const rows = [row('silent'), row('unknown'), row('connected'), row('never')]
  expect(workSummary(rows).slice(-2)).toEqual(['1 need a visit', '1 can be renewed remotely'])
})

it('names plants that may be locked out or not trying to connect', () => {
  expect(workSummary([row('expired', 'expired')])).toContain('1 may be locked out (can’t tell)')
})

it('does not count contacts before all are known', () => {
  expect(workSummary([row(undefined)])).toEqual(['0 expired', 'contact not read yet'])
  expect(workSummary([row(undefined, 'expired'), row('resting')])).toEqual([
    '1 expired',
    'contact known for 1',
  ])
})
