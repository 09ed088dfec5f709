import { expect, it } from 'vitest'
import { alertsExport } from './alerts-export'
import type { Alert } from '@/api/alerts'

const readAtMs = Date.UTC(2026, 10, 22, 10)
const createdAt = '2026-11-22T09:00:00Z'
const alert: Alert = {
  id: 'a1',
  severity: 'CRITICAL',
  status: 'ACTIVE',
  message: 'Cell 14 at 71 °C',
  type: 'CELL_HOT',
  acknowledgedAt: null,
  resolvedAt: null,
  createdAt,
  updatedAt: createdAt,
}

const tableOf = (...alerts: Alert[]) =>
  alertsExport({
    plant: { id: 'p1', name: 'BESS Chomutov', serialNumber: 'A/1' },
    alerts,
    total: 5,
    unreadable: 2,
    search: { severity: 'CRITICAL', status: 'SNOOZED' },
    readAtMs,
    exportedAtMs: readAtMs + 60_000,
  })

it('states the plant, the filter in words, the number of rows and their age', () => {
  const { fileName, about, rowCount } = tableOf(alert)
  expect(fileName).toBe('alerts-BESS-Chomutov-2026-11-22')
  expect(rowCount).toBe(1)
  expect(about.map(({ label, text }) => `${label}: ${text}`)).toEqual([
    'Plant: BESS Chomutov',
    'Serial number: A/1',
    'Filter: Severity: Critical, Status: SNOOZED',
    'Rows: 1 of 5 alerts',
    'Data as of: 2026-11-22 10:00:00 UTC',
    'Exported: 2026-11-22 10:01:00 UTC',
    'Couldn’t be read: 2 more, which may be active',
  ])
})

it('distinguishes what has not happened, what is unknown and what is unreadable', () => {
  const acknowledged = { ...alert, acknowledgedBy: 'nováková', acknowledgedAt: 'yesterday' }
  const resolved = { ...alert, status: 'RESOLVED', acknowledgedAt: createdAt }
  const lost = { ...alert, unreadable: ['severity', 'status', 'createdAt', 'acknowledgedBy'] }
  const createdMs = Date.parse(createdAt)
  const [severity, status, message, type] = ['Critical', 'Active', alert.message, alert.type]
  expect([...tableOf(alert, acknowledged, resolved, lost).rows]).toEqual([
    [severity, status, message, type, createdMs, 3_600, null, null, null, 'a1'],
    [severity, status, message, type, createdMs, 3_600, 'nováková', 'yesterday', null, 'a1'],
    [
      severity,
      'Resolved',
      message,
      type,
      createdMs,
      'unknown',
      'name not given',
      createdMs,
      'at an unknown time',
      'a1',
    ],
    [
      'unreadable',
      'unreadable',
      message,
      type,
      'unreadable',
      'unknown',
      'unreadable',
      'at an unknown time',
      null,
      'a1',
    ],
  ])
})
