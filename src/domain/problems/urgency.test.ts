import { describe, expect, it } from 'vitest'
import { isTroubleRank, urgencyOf, urgencyRank } from './urgency'
import type { Plant } from '@/api/plant-schemas'
import { dayMs, hourMs } from '@/lib/instants'
import { fc } from '@/lib/test-properties'

const nowMs = Date.parse('2026-11-28T12:00:00Z')
const ago = (ms: number) => new Date(nowMs - ms).toISOString()
const healthy: Plant = {
  id: 'a',
  name: 'FVE Brno',
  serialNumber: 'S-1',
  type: 'GATEWAY',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
  lastSeenAt: ago(60_000),
  certificateExpiresAt: ago(-400 * dayMs),
}

/** Most urgent first. */
const cases: [string, Partial<Plant>][] = [
  ['expired', { certificateExpiresAt: ago(3 * dayMs) }],
  ['expired', { certificateExpiresAt: ago(hourMs) }],
  ['offline-long', { status: 'OFFLINE', lastSeenAt: ago(9 * dayMs) }],
  ['offline-long', { status: 'OFFLINE', lastSeenAt: ago(2 * dayMs) }],
  ['week', { certificateExpiresAt: ago(-3 * dayMs) }],
  ['offline', { status: 'OFFLINE', lastSeenAt: ago(hourMs) }],
  ['resting-online', { lifecycleStatus: 'REVOKED', lastSeenAt: ago(9 * dayMs) }],
  [
    'resting-online',
    { lifecycleStatus: 'SUSPENDED', status: 'DEGRADED', certificateExpiresAt: ago(hourMs) },
  ],
  ['auth-failures', { authFailureCount: 3, lastAuthFailureAt: ago(hourMs) }],
  ['silent', { lastSeenAt: ago(3 * dayMs) }],
  ['degraded', { status: 'DEGRADED' }],
  ['month', { certificateExpiresAt: ago(-20 * dayMs) }],
  [
    'never-connected',
    { status: 'UNKNOWN', lifecycleStatus: 'PROVISIONED', lastSeenAt: null, createdAt: ago(dayMs) },
  ],
]

describe('urgency', () => {
  it.each(cases)('is %s for %j', (key, change) => {
    expect(urgencyOf({ ...healthy, ...change }, nowMs)?.key).toBe(key)
  })

  it('orders plants by problem, then by its age', () => {
    const ranks = cases.map(([, change]) => urgencyRank({ ...healthy, ...change }, nowMs))
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    expect(new Set(ranks).size).toBe(ranks.length)
  })

  it.each<[string, Partial<Plant>]>([
    ['a healthy plant', {}],
    [
      'an expired certificate that is not used',
      { authMethod: 'TOKEN', certificateExpiresAt: ago(1) },
    ],
    ['a plant that is suspended', { status: 'OFFLINE', lifecycleStatus: 'SUSPENDED' }],
    [
      'a pending plant with credentials',
      { status: 'OFFLINE', lifecycleStatus: 'PENDING', lastSeenAt: null },
    ],
    ['an unreadable expiry', { certificateExpiresAt: null, unreadable: ['certificateExpiresAt'] }],
    [
      'a provisioned plant whose last contact is unreadable',
      { lifecycleStatus: 'PROVISIONED', lastSeenAt: null, unreadable: ['lastSeenAt'] },
    ],
  ])('does not exist for %s', (_what, change) => {
    expect(urgencyOf({ ...healthy, ...change }, nowMs)).toBeUndefined()
    expect(urgencyRank({ ...healthy, ...change }, nowMs)).toBe(Infinity)
  })

  it('counts a plant as offline when its last contact is unreadable', () => {
    const plant: Plant = {
      ...healthy,
      status: 'OFFLINE',
      lastSeenAt: null,
      unreadable: ['lastSeenAt'],
    }
    expect(urgencyOf(plant, nowMs)).toMatchObject({
      key: 'offline',
      text: 'Offline; when it was last seen is unreadable',
    })
  })

  it.each([
    ['OFFLINE', 'ACTIVE', 'Offline, never connected'],
    ['DEGRADED', 'ACTIVE', 'Degraded, no contact recorded'],
    ['DEGRADED', 'PROVISIONED', 'Never connected, created'],
  ])(
    'for a plant that is %s, %s and has never connected is “%s”',
    (status, lifecycleStatus, text) => {
      const plant: Plant = { ...healthy, status, lifecycleStatus, lastSeenAt: null }
      expect(urgencyOf(plant, nowMs)?.text).toBe(text)
    },
  )

  it('keeps its rule and its rank together, whatever the instants are', () => {
    const instant = fc.oneof(
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      fc.constantFrom(null, undefined, '', 'never', '0001-01-01T00:00:00Z'),
    )
    const plant = fc.record({
      status: fc.constantFrom('ONLINE', 'OFFLINE', 'DEGRADED', 'UNKNOWN', 'ASLEEP'),
      lifecycleStatus: fc.constantFrom('PENDING', 'PROVISIONED', 'ACTIVE', 'REVOKED', 'LOST'),
      authFailureCount: fc.constantFrom(0, 1, null),
      lastSeenAt: instant,
      certificateExpiresAt: instant,
      lastAuthFailureAt: instant,
      createdAt: instant,
    })
    fc.assert(
      fc.property(plant, (change) => {
        const rank = urgencyRank({ ...healthy, ...change }, nowMs)
        const urgency = urgencyOf({ ...healthy, ...change }, nowMs)
        expect(urgency?.rank ?? Infinity).toBe(rank)
        expect(rank >= 0).toBe(true)
        expect(urgency === undefined || Number.isSafeInteger(rank)).toBe(true)
      }),
    )
  })
})

describe('the wait for credentials', () => {
  const pending: Plant = {
    ...healthy,
    status: 'UNKNOWN',
    lifecycleStatus: 'PENDING',
    lastSeenAt: null,
    certificateExpiresAt: null,
    createdAt: ago(dayMs),
  }

  it('comes after every problem, the longest first', () => {
    expect(urgencyOf(pending, nowMs)?.text).toBe('Waiting for credentials')
    const rank = urgencyRank(pending, nowMs)
    for (const [, change] of cases) {
      expect(urgencyRank({ ...healthy, ...change }, nowMs)).toBeLessThan(rank)
    }
    expect(urgencyRank({ ...pending, createdAt: ago(9 * dayMs) }, nowMs)).toBeLessThan(rank)
    expect(rank).toBeLessThan(urgencyRank(healthy, nowMs))
  })

  it('gives way to a problem', () => {
    const connected = { ...pending, status: 'ONLINE' }
    expect(urgencyOf(connected, nowMs)?.key).toBe('resting-online')
  })

  it('does not count as trouble', () => {
    expect(isTroubleRank(urgencyRank(pending, nowMs))).toBe(false)
    expect(isTroubleRank(urgencyRank(healthy, nowMs))).toBe(false)
    for (const [, change] of cases) {
      expect(isTroubleRank(urgencyRank({ ...healthy, ...change }, nowMs))).toBe(true)
    }
  })
})
