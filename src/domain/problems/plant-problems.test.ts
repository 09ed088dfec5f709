import { describe, expect, it } from 'vitest'
import { plantProblems } from './plant-problems'
import type { PlantDetail } from '@/api/plant-schemas'
import { dayMs, hourMs } from '@/lib/instants'

const nowMs = Date.parse('2026-03-01T12:00:00Z')
const ago = (ms: number) => new Date(nowMs - ms).toISOString()
const healthy: PlantDetail = {
  id: 'a',
  name: 'FVE Zlín',
  serialNumber: 'S-1',
  type: 'GATEWAY',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
  authFailureCount: 0,
  lastSeenAt: ago(hourMs),
  certificateExpiresAt: ago(-200 * dayMs),
  alerts: { items: [], unreadable: 0 },
}
const alert = (severity: string, status = 'ACTIVE') => ({
  id: severity + status,
  severity,
  status,
  message: '',
})
const list = (...items: ReturnType<typeof alert>[]) => ({ items, unreadable: 0 })
const said = (change: Partial<PlantDetail>) =>
  plantProblems({ ...healthy, ...change }, nowMs).map(({ tone, text, part }) => [tone, text, part])

describe('plantProblems', () => {
  it('finds no problem with a healthy plant', () => {
    expect(said({})).toEqual([])
    expect(said({ alerts: null, certificateExpiresAt: null, authFailureCount: null })).toEqual([])
  })

  it.each<[string, Partial<PlantDetail>, [string, string, string]]>([
    ['offline', { status: 'OFFLINE' }, ['danger', 'Offline, last seen', 'overview']],
    [
      'offline and never connected',
      { status: 'OFFLINE', lastSeenAt: null },
      ['danger', 'Offline, never connected', 'overview'],
    ],
    ['degraded', { status: 'DEGRADED' }, ['warn', 'Degraded, last seen', 'overview']],
    [
      'degraded and never connected',
      { status: 'DEGRADED', lastSeenAt: null },
      ['warn', 'Degraded, no contact recorded', 'overview'],
    ],
    [
      'provisioned and degraded, never connected',
      { lifecycleStatus: 'PROVISIONED', status: 'DEGRADED', lastSeenAt: null },
      ['info', 'Provisioned, but it has never connected', 'security'],
    ],
    [
      'ONLINE, but not seen for two days',
      { lastSeenAt: ago(2 * dayMs + 1) },
      ['warn', 'Contradiction: reported as Online, but last seen', 'overview'],
    ],
    [
      'in an unknown connection state, not seen for two days',
      { status: 'UNKNOWN', lastSeenAt: ago(3 * dayMs) },
      ['warn', 'Last seen', 'overview'],
    ],
    [
      'pending',
      {
        lifecycleStatus: 'PENDING',
        status: 'OFFLINE',
        lastSeenAt: null,
        certificateExpiresAt: null,
      },
      ['info', 'Not provisioned: it has no credentials yet', 'security'],
    ],
    [
      'pending, but with a certificate',
      { lifecycleStatus: 'PENDING', status: 'OFFLINE', lastSeenAt: null },
      ['warn', 'Not provisioned, although it has credentials', 'security'],
    ],
    [
      'provisioned, never connected',
      { lifecycleStatus: 'PROVISIONED', status: 'OFFLINE', lastSeenAt: null },
      ['info', 'Provisioned, but it has never connected', 'security'],
    ],
    [
      'suspended',
      { lifecycleStatus: 'SUSPENDED', status: 'OFFLINE' },
      ['warn', 'Suspended: it cannot connect until it is reactivated', 'security'],
    ],
    [
      'with an expired certificate',
      { certificateExpiresAt: ago(1) },
      ['danger', 'Certificate expired', 'security'],
    ],
    [
      'with a certificate that expires this week',
      { certificateExpiresAt: ago(-6 * dayMs) },
      ['danger', 'Certificate expires', 'security'],
    ],
    [
      'with a certificate that expires this month',
      { certificateExpiresAt: ago(-29 * dayMs) },
      ['warn', 'Certificate expires', 'security'],
    ],
    [
      'with an unreadable certificate expiry',
      { certificateExpiresAt: 'soon' },
      ['warn', 'The certificate’s expiry is unreadable', 'security'],
    ],
    [
      'with an alert',
      { alerts: list(alert('ERROR')) },
      ['danger', '1 unresolved alert: Error', 'alerts'],
    ],
    [
      'with alerts, naming the most severe',
      { alerts: list(alert('INFO'), alert('WARNING'), alert('CRITICAL', 'RESOLVED')) },
      ['warn', '2 unresolved alerts, most severe: Warning', 'alerts'],
    ],
    [
      'with alerts of which the most severe is acknowledged',
      { alerts: list(alert('INFO'), alert('CRITICAL', 'ACKNOWLEDGED')) },
      ['danger', '2 unresolved alerts, 1 of them acknowledged, most severe: Critical', 'alerts'],
    ],
    [
      'with an alert in an unknown state',
      { alerts: list(alert('CRITICAL', 'OPEN'), alert('INFO', 'RESOLVED')) },
      ['danger', '1 alert in an unknown state: Critical', 'alerts'],
    ],
    [
      'rejected this week',
      { authFailureCount: 1, lastAuthFailureAt: ago(6 * dayMs) },
      ['warn', '1 authentication failure, most recent', 'security'],
    ],
    [
      'rejected since it was last seen',
      {
        status: 'UNKNOWN',
        authFailureCount: 1204,
        lastSeenAt: ago(dayMs * 1.5),
        lastAuthFailureAt: ago(dayMs),
      },
      ['warn', '1,204 authentication failures, most recent', 'security'],
    ],
  ])('reports the problem of a plant and its place: %s', (_what, change, problem) => {
    expect(said(change)).toEqual([problem])
  })

  it('ignores old failures once the plant has been seen again', () => {
    expect(said({ authFailureCount: 9, lastAuthFailureAt: ago(8 * dayMs) })).toEqual([])
  })

  it('ignores a certificate that is left over from another method', () => {
    const expired = { certificateExpiresAt: ago(1) }
    expect(said({ ...expired, authMethod: 'TOKEN' })).toEqual([])
    expect(said({ ...expired, authMethod: 'X509' })).toHaveLength(1)
  })

  it('reports a contradiction when a plant that may not connect is connected', () => {
    expect(said({ lifecycleStatus: 'REVOKED' })).toEqual([
      ['danger', 'Revoked: its credentials are no longer valid', 'security'],
      ['warn', 'Contradiction: reported as Online, but its lifecycle is Revoked', 'overview'],
    ])
  })

  it('puts the most severe first', () => {
    const tones = said({
      status: 'OFFLINE',
      alerts: list(alert('INFO')),
      certificateExpiresAt: ago(-20 * dayMs),
    }).map(([tone]) => tone)
    expect(tones).toEqual(['danger', 'warn', 'info'])
  })

  it.each<[string, Partial<PlantDetail>, [string, string, string][]]>([
    [
      'offline since an unreadable time',
      { status: 'OFFLINE', lastSeenAt: null, unreadable: ['lastSeenAt'] },
      [
        ['danger', 'Offline; when it was last seen is unreadable', 'overview'],
        ['warn', 'Sent, but unreadable: last seen', 'overview'],
      ],
    ],
    [
      'provisioned, with an unreadable last contact',
      {
        status: 'UNKNOWN',
        lifecycleStatus: 'PROVISIONED',
        lastSeenAt: null,
        unreadable: ['lastSeenAt'],
      },
      [['warn', 'Sent, but unreadable: last seen', 'overview']],
    ],
    [
      'with an unreadable certificate expiry and an unreadable list of alerts',
      { certificateExpiresAt: null, alerts: null, unreadable: ['certificateExpiresAt', 'alerts'] },
      [['warn', 'Sent, but unreadable: certificate expiry, alerts', 'overview']],
    ],
    [
      'with unreadable alerts',
      { alerts: { items: [alert('INFO', 'RESOLVED')], unreadable: 1 } },
      [['warn', '1 of 2 alerts could be read', 'alerts']],
    ],
  ])('draws no conclusion about a plant: %s', (_what, change, problems) => {
    expect(said(change)).toEqual(problems)
  })

  it('never throws on anything a server may send', () => {
    expect(said({ lifecycleStatus: 'constructor', lastSeenAt: 'x', status: '' })).toEqual([])
  })
})
