import { expect, it } from 'vitest'
import { fleetAlerts, severityMeaning, alertCounts } from './fleet-alerts'
import type { AlertGroup, PlantAlerts } from './plant-alerts'

const group = (given: Partial<AlertGroup>): AlertGroup => ({
  severity: 'WARNING',
  type: 'CELL_HOT',
  alerts: 1,
  acknowledged: 0,
  unknown: 0,
  ...given,
})
const plant = (...groups: AlertGroup[]): PlantAlerts => ({ groups, unreadable: 0 })

it('groups by severity and type, the most severe first', () => {
  const { groups, alerts } = fleetAlerts([
    ['p1', plant(group({ alerts: 2 }), group({ severity: 'INFO' }))],
    ['p2', plant(group({ acknowledged: 1 }), group({ severity: 'CRITICAL', type: 'FIRE' }))],
    ['p3', plant(group({ severity: 'LOUD' }), group({ type: 'ARC' }))],
  ])
  expect(
    groups.map(({ severity, type, alerts: count, plants }) => [severity, type, count, plants]),
  ).toEqual([
    ['CRITICAL', 'FIRE', 1, 1],
    ['WARNING', 'CELL_HOT', 3, 2],
    ['WARNING', 'ARC', 1, 1],
    // Unknown severities rank above Info, so that they are not overlooked.
    ['LOUD', 'CELL_HOT', 1, 1],
    ['INFO', 'CELL_HOT', 1, 1],
  ])
  expect(groups[1]).toMatchObject({ acknowledged: 1 })
  expect(alerts).toBe(7)
})

it('lists plants by their most severe alert, then by number', () => {
  const { plants } = fleetAlerts([
    ['one', plant(group({}))],
    ['none', plant()],
    ['many', plant(group({ alerts: 4, unknown: 1 }), group({ severity: 'INFO', alerts: 2 }))],
    ['critical', plant(group({ severity: 'INFO' }), group({ severity: 'CRITICAL' }))],
  ])
  expect(plants.map(({ plantId }) => plantId)).toEqual(['critical', 'many', 'one'])
  expect(plants[1]).toEqual({
    plantId: 'many',
    severity: 'WARNING',
    alerts: 6,
    acknowledged: 0,
    unknown: 1,
  })
})

it('counts the plants that it knows the alerts of, and what could not be read', () => {
  const read: [string, PlantAlerts][] = [
    ['p1', plant()],
    ['p2', { groups: [], unreadable: 2 }],
    ['p3', null],
  ]
  expect(fleetAlerts(read)).toMatchObject({ known: 2, unlisted: 1, unreadable: 2, alerts: 0 })
})

it.each([
  [{ alerts: 1, acknowledged: 0, unknown: 0 }, '1 alert'],
  [{ alerts: 1, acknowledged: 1, unknown: 0 }, '1 alert, acknowledged'],
  [{ alerts: 3, acknowledged: 3, unknown: 0 }, '3 alerts, 3 acknowledged'],
  [
    { alerts: 1_200, acknowledged: 1, unknown: 2 },
    '1,200 alerts, 1 acknowledged, 2 in an unknown state',
  ],
])('says of %j "%s"', (counts, words) => expect(alertCounts(counts)).toBe(words))

it.each([
  ['CRITICAL', 'Critical', 'danger'],
  ['LOUD', 'LOUD', 'warn'],
  ['', 'Not given', 'warn'],
  [null, 'Unreadable', 'warn'],
])('shows the severity %j as "%s"', (severity, label, tone) => {
  expect(severityMeaning(severity)).toMatchObject({ label, tone })
})
