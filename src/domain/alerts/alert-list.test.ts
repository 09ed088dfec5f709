import { describe, expect, it } from 'vitest'
import { type AlertSort, type AlertView, alertDurationMs, valuesOf, viewAlerts } from './alert-list'
import type { Alert } from '@/api/alerts'
import { hourMs, minuteMs } from '@/lib/instants'

const nowMs = Date.parse('2026-03-01T12:00:00Z')
const ago = (ms: number) => new Date(nowMs - ms).toISOString()
const alert = (id: string, more: Partial<Alert> = {}): Alert => ({
  id,
  type: 'THRESHOLD_EXCEEDED',
  severity: 'WARNING',
  status: 'ACTIVE',
  message: id,
  createdAt: ago(hourMs),
  ...more,
})
const alerts = [
  alert('over', { severity: 'CRITICAL', status: 'RESOLVED', resolvedAt: ago(30 * minuteMs) }),
  alert('new', { createdAt: ago(minuteMs), type: 'PLANT_OFFLINE' }),
  alert('seen', { severity: 'ERROR', status: 'ACKNOWLEDGED', createdAt: ago(3 * hourMs) }),
  alert('odd', { severity: 'LOUD', status: 'SNOOZED', type: null, createdAt: 'yesterday' }),
  alert('old', { createdAt: ago(2 * hourMs) }),
]
const ids = (view: AlertView) => viewAlerts(alerts, view, nowMs).map(({ id }) => id)

describe('viewAlerts', () => {
  it('puts unacknowledged alerts first, then the most severe, then the newest', () => {
    expect(ids({})).toEqual(['new', 'old', 'odd', 'seen', 'over'])
  })

  it.each<[AlertView, string[]]>([
    [{ severity: 'WARNING' }, ['new', 'old']],
    [{ status: 'SNOOZED' }, ['odd']],
    [{ severity: 'WARNING', status: 'RESOLVED' }, []],
    [{ severity: 'constructor' }, []],
  ])('filters by %j to %j', (view, kept) => {
    expect(ids(view)).toEqual(kept)
  })

  it.each<[AlertView, string[]]>([
    [{ sort: 'severity' }, ['over', 'seen', 'new', 'old', 'odd']],
    [{ sort: 'severity', order: 'ascending' }, ['odd', 'new', 'old', 'seen', 'over']],
    [{ sort: 'status', order: 'ascending' }, ['over', 'seen', 'odd', 'new', 'old']],
    [{ sort: 'type', order: 'ascending' }, ['odd', 'new', 'old', 'seen', 'over']],
    [{ sort: 'created' }, ['new', 'over', 'old', 'seen', 'odd']],
    [{ sort: 'duration' }, ['seen', 'old', 'over', 'new', 'odd']],
  ])('sorts by %j', (view, order) => {
    expect(ids(view)).toEqual(order)
  })

  it('does not change the given list', () => {
    const before = alerts.map(({ id }) => id)
    const sorts: AlertSort[] = ['severity', 'status', 'type', 'created', 'duration']
    for (const sort of sorts) ids({ sort })
    expect(alerts.map(({ id }) => id)).toEqual(before)
  })
})

describe('alertDurationMs', () => {
  it.each<[string, Partial<Alert>, number | undefined]>([
    ['that is open', {}, hourMs],
    ['that is resolved', { status: 'RESOLVED', resolvedAt: ago(15 * minuteMs) }, 45 * minuteMs],
    ['that was resolved at an unknown time', { status: 'RESOLVED' }, undefined],
    [
      'that ends in year 1, which some servers send for none',
      { resolvedAt: '0001-01-01T00:00:00Z' },
      hourMs,
    ],
    ['without a start date', { createdAt: null }, undefined],
    ['with an invalid start date', { createdAt: 'soon' }, undefined],
    ['with an invalid end date', { resolvedAt: 'soon' }, undefined],
    ['that ended before it started', { resolvedAt: ago(2 * hourMs) }, undefined],
  ])('measures the duration of an alert %s', (_what, more, ms) => {
    expect(alertDurationMs(alert('a', more), nowMs)).toBe(ms)
  })
})

it('lists each value once', () => {
  expect(valuesOf(alerts, 'severity')).toEqual(['CRITICAL', 'WARNING', 'ERROR', 'LOUD'])
})

it('omits values that a URL cannot contain', () => {
  const odd = ['', 'half\uD83D', 'x'.repeat(5_000), 'OPEN'].map((status) => alert('o', { status }))
  expect(valuesOf(odd, 'status')).toEqual(['OPEN'])
})
