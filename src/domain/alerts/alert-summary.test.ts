import { expect, it } from 'vitest'
import { acknowledgedText, summarizeAlerts } from './alert-summary'

const alert = (severity: string, status: string) => ({ severity, status })

it('counts an acknowledged alert as unresolved, and its severity as the worst', () => {
  const summary = summarizeAlerts([
    alert('WARNING', 'ACTIVE'),
    alert('CRITICAL', 'ACKNOWLEDGED'),
    alert('CRITICAL', 'RESOLVED'),
    alert('LOUD', 'SNOOZED'),
  ])
  expect(summary).toEqual({ unresolved: 2, acknowledged: 1, unknown: 1, worst: 'CRITICAL' })
})

it('finds nothing unresolved among resolved alerts', () => {
  const summary = summarizeAlerts([alert('CRITICAL', 'RESOLVED')])
  expect(summary).toEqual({ unresolved: 0, acknowledged: 0, unknown: 0, worst: undefined })
})

it.each([
  [[], ''],
  [['ACTIVE'], ''],
  [['ACKNOWLEDGED'], ', acknowledged'],
  [['ACKNOWLEDGED', 'ACKNOWLEDGED'], ', all acknowledged'],
  [['ACTIVE', 'ACKNOWLEDGED'], ', 1 of them acknowledged'],
])('states how many of %j are acknowledged', (states, text) => {
  const alerts = states.map((status) => alert('INFO', status))
  expect(acknowledgedText(summarizeAlerts(alerts))).toBe(text)
})
