import { describe, expect, it } from 'vitest'
import { type Condition, certificateBuckets, facetNames } from './fleet-filter'
import { facetValueOf, matchesFilter } from './test-plain-list'
import type { Plant } from '@/api/plant-schemas'
import { dayMs, hourMs } from '@/lib/instants'

const nowMs = Date.parse('2026-11-28T12:00:00Z')
const at = (ms: number) => new Date(nowMs + ms).toISOString()
const plant: Plant = {
  id: 'a',
  name: 'FVE Brno',
  serialNumber: 'S-1',
  type: 'GATEWAY',
  status: 'OFFLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
  authFailureCount: 2,
  lastSeenAt: at(-2 * dayMs),
  certificateExpiresAt: at(30 * dayMs),
  createdAt: at(-hourMs),
  organizationId: 'org-1',
  template: { id: 't-1', name: 'Heating plant' },
  metadata: '{"installer":"Elektro Čapek","site":{"installer":"Nested"},"phases":3}',
}
const facet = (name: (typeof facetNames)[number], ...values: string[]): Condition => ({
  kind: 'facet',
  facet: name,
  values,
})
const age = (field: 'cert' | 'seen' | 'created', op: '<' | '>', ms: number): Condition => ({
  kind: 'age',
  field,
  op,
  ms,
})
const meta = (key: string, ...values: string[]): Condition => ({ kind: 'meta', key, values })

describe('matchesFilter', () => {
  it.each<[boolean, Condition]>([
    [true, { kind: 'text', text: 'brno' }],
    [true, { kind: 'text', text: 'capek' }],
    [false, { kind: 'text', text: 'plzen' }],
    [true, facet('status', 'offline')],
    [true, facet('status', 'ONLINE', 'Offline')],
    [false, facet('status', 'ONLINE')],
    [true, facet('template', 'heating plant')],
    [true, facet('template', 'T-1')],
    [true, facet('org', 'ORG-1')],
    [true, facet('cert', 'month')],
    [true, facet('seen', 'week')],
    [true, meta('installer', 'elektro capek', 'Other')],
    [true, meta('phases', '3')],
    [false, meta('installer', 'Elektro')],
    [false, meta('installer', 'Nested')],
    [true, age('cert', '<', 30 * dayMs + 1)],
    [false, age('cert', '<', 30 * dayMs)],
    [true, age('cert', '>', 30 * dayMs - 1)],
    [false, age('cert', '>', 30 * dayMs)],
    [true, age('cert', '>', 0)],
    [false, age('cert', '<', 0)],
    [true, age('seen', '>', 2 * dayMs - 1)],
    [false, age('seen', '>', 2 * dayMs)],
    [false, age('seen', '<', 2 * dayMs)],
    [true, age('created', '<', hourMs + 1)],
    [true, { kind: 'count', field: 'failures', op: '>', count: 1 }],
    [false, { kind: 'count', field: 'failures', op: '>', count: 2 }],
    [true, { kind: 'count', field: 'failures', op: '=', count: 2 }],
    [true, { kind: 'count', field: 'failures', op: '<', count: 3 }],
  ])('is %s for %j', (expected, condition) => {
    expect(matchesFilter(plant, [condition], nowMs)).toBe(expected)
  })

  it('needs every condition, and matches all plants without one', () => {
    expect(matchesFilter(plant, [], nowMs)).toBe(true)
    expect(matchesFilter(plant, [facet('status', 'OFFLINE'), meta('phases', '1')], nowMs)).toBe(
      false,
    )
  })

  it.each<[string, Partial<Plant>, Condition]>([
    ['an expired certificate', { certificateExpiresAt: at(-1) }, age('cert', '<', dayMs)],
    ['a revoked certificate', { lifecycleStatus: 'REVOKED' }, age('cert', '<', 99 * dayMs)],
    ['no certificate', { certificateExpiresAt: null }, age('cert', '>', 0)],
    ['a plant that has never connected', { lastSeenAt: null }, age('seen', '>', 0)],
    ['an unreadable time', { unreadable: ['lastSeenAt'] }, age('seen', '>', 0)],
    [
      'an unknown count',
      { authFailureCount: null },
      { kind: 'count', field: 'failures', op: '<', count: 9 },
    ],
    [
      'an unreadable count',
      { unreadable: ['authFailureCount'] },
      { kind: 'count', field: 'failures', op: '>', count: 0 },
    ],
  ])('concludes nothing from %s', (_what, change, condition) => {
    expect(matchesFilter({ ...plant, ...change }, [condition], nowMs)).toBe(false)
  })
})

describe('cert<0d', () => {
  it.each<[number, string]>([
    [-dayMs, 'ACTIVE'],
    [-1, 'ACTIVE'],
    [0, 'ACTIVE'],
    [1, 'ACTIVE'],
    [-1, 'REVOKED'],
  ])('matches the certificates that cert:expired matches, %i ms from now (%s)', (ms, lifecycle) => {
    const one = { ...plant, certificateExpiresAt: at(ms), lifecycleStatus: lifecycle }
    const isExpired = matchesFilter(one, [facet('cert', 'expired')], nowMs)
    expect(isExpired).toBe(ms <= 0 && lifecycle === 'ACTIVE')
    expect(matchesFilter(one, [age('cert', '<', 0)], nowMs)).toBe(isExpired)
  })
})

describe('facetValueOf', () => {
  it('has a value for each facet, and for what is missing or unreadable', () => {
    const valuesOf = (change: Partial<Plant>) =>
      facetNames.map((name) => facetValueOf({ ...plant, ...change }, name, nowMs)).join(' ')
    expect(valuesOf({})).toBe('OFFLINE ACTIVE GATEWAY MTLS Heating plant org-1 month week')
    const bare = {
      template: null,
      organizationId: null,
      certificateExpiresAt: null,
      lastSeenAt: null,
    }
    expect(valuesOf({ ...bare, status: '' })).toBe(' ACTIVE GATEWAY MTLS   none never')
    const unreadable = [
      'status',
      'template',
      'organizationId',
      'certificateExpiresAt',
      'lastSeenAt',
    ]
    expect(valuesOf({ unreadable })).toBe(
      'unreadable ACTIVE GATEWAY MTLS unreadable unreadable unreadable unreadable',
    )
  })

  it('lists the buckets of certificates by time, then those without one', () => {
    expect(certificateBuckets.join(' ')).toBe(
      'expired week month quarter later none unused revoked decommissioned unreadable',
    )
  })
})
