import { expect, it } from 'vitest'
import {
  isAcknowledged,
  isActive,
  isOfUnknownState,
  severityRank,
  worstSeverity,
} from './alert-severity'

it('orders severities, with unknown ones above INFO', () => {
  const severities = ['CRITICAL', 'INFO', 'LOUD', 'ERROR', 'WARNING']
  expect(severities.toSorted((a, b) => severityRank(a) - severityRank(b))).toEqual([
    'INFO',
    'LOUD',
    'WARNING',
    'ERROR',
    'CRITICAL',
  ])
})

it('finds the most severe alert, and none in an empty list', () => {
  const alerts = ['INFO', 'CRITICAL', 'ERROR'].map((severity) => ({ severity }))
  expect(worstSeverity(alerts)).toBe('CRITICAL')
  expect(worstSeverity([])).toBeUndefined()
})

it('treats only ACTIVE as active', () => {
  const states = ['ACTIVE', 'ACKNOWLEDGED', 'RESOLVED', 'SNOOZED', '']
  expect(states.filter((status) => isActive({ status }))).toEqual(['ACTIVE'])
  expect(states.filter((status) => isOfUnknownState({ status }))).toEqual(['SNOOZED', ''])
})

it('only ACKNOWLEDGED is acknowledged', () => {
  const states = ['ACTIVE', 'ACKNOWLEDGED', 'RESOLVED', 'SNOOZED', '']
  expect(states.filter((status) => isAcknowledged({ status }))).toEqual(['ACKNOWLEDGED'])
})
