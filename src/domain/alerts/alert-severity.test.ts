import { expect, it } from 'vitest'
import { severityRank, worstSeverity } from './alert-severity'

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
