import { expect, it } from 'vitest'
import { mergeGroups, plantAlerts } from './plant-alerts'
import type { Alert } from '@/api/alerts'

const alert = (given: Partial<Alert>): Alert => ({
  id: 'a1',
  severity: 'WARNING',
  status: 'ACTIVE',
  message: 'Cell 14 at 71 °C',
  type: 'CELL_HOT',
  createdAt: null,
  ...given,
})
const ofAlerts = (...items: Alert[]) => plantAlerts({ alerts: { items, unreadable: 0 } })
const hot = { severity: 'WARNING', type: 'CELL_HOT', alerts: 1, acknowledged: 0, unknown: 0 }

it('counts what is not resolved, by severity and type', () => {
  const known = ofAlerts(
    alert({}),
    alert({ status: 'ACKNOWLEDGED' }),
    alert({ status: 'RESOLVED' }),
    alert({ severity: 'CRITICAL' }),
    alert({ type: null }),
  )
  expect(known?.groups).toEqual([
    { ...hot, alerts: 2, acknowledged: 1 },
    { ...hot, severity: 'CRITICAL' },
    { ...hot, type: '' },
  ])
})

it('counts an alert in an unknown or unreadable state as unresolved', () => {
  const known = ofAlerts(
    alert({ status: 'SNOOZED' }),
    alert({ status: '', unreadable: ['status'] }),
  )
  expect(known?.groups).toEqual([{ ...hot, alerts: 2, unknown: 2 }])
})

it('keeps unreadable severities and types apart from missing ones', () => {
  const known = ofAlerts(
    alert({ severity: '', unreadable: ['severity'] }),
    alert({ severity: '' }),
    alert({ type: null, unreadable: ['type'] }),
  )
  expect(known?.groups.map(({ severity, type }) => [severity, type])).toEqual([
    [null, 'CELL_HOT'],
    ['', 'CELL_HOT'],
    ['WARNING', null],
  ])
})

it('counts unreadable alerts, and tells an empty list from none', () => {
  expect(plantAlerts({ alerts: { items: [], unreadable: 2 } })).toEqual({
    groups: [],
    unreadable: 2,
  })
  expect(ofAlerts()).toEqual({ groups: [], unreadable: 0 })
  expect(plantAlerts({ alerts: null })).toBeNull()
  expect(plantAlerts({})).toBeNull()
  expect(plantAlerts({ alerts: null, unreadable: ['alerts'] })).toBeNull()
})

it('adds groups up without changing them', () => {
  const one = { ...hot }
  expect(mergeGroups([one, { ...hot, alerts: 3, acknowledged: 2, unknown: 1 }])).toEqual([
    { ...hot, alerts: 4, acknowledged: 2, unknown: 1 },
  ])
  expect(one.alerts).toBe(1)
})
