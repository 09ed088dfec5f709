import { expect, test } from 'vitest'
import {
  connectionMeaning,
  connectionMeanings,
  contradictsLastSeen,
  contradictsLifecycle,
  maxSilenceWords,
  wasNeverSeen,
} from './connection'
import { lifecycleMeanings } from './lifecycle'
import type { Plant } from '@/api/plant-schemas'

const nowMs = Date.parse('2026-11-21T12:00:00Z')

test('only a connected plant is green', () => {
  const green = Object.entries(connectionMeanings).filter(([, { tone }]) => tone === 'ok')
  expect(green.map(([name]) => name)).toEqual(['ONLINE'])
})

test.each([
  ['ONLINE', '2026-11-19T11:59:59Z', true],
  ['ONLINE', '2026-11-19T12:00:00Z', false],
  ['ONLINE', null, false],
  ['OFFLINE', '2020-01-01T00:00:00Z', false],
])('reports whether %s contradicts a last contact at %s: %s', (status, lastSeenAt, expected) => {
  expect(contradictsLastSeen({ status, lastSeenAt }, nowMs)).toBe(expected)
})

test.each([
  ['PENDING', null, 'info'],
  ['PROVISIONED', null, 'info'],
  ['PENDING', '2026-11-20T12:00:00Z', 'danger'],
  ['ACTIVE', null, 'danger'],
])('shows OFFLINE of a %s plant last seen %s as %s', (lifecycleStatus, lastSeenAt, tone) => {
  const plant = { status: 'OFFLINE', lifecycleStatus, lastSeenAt } as Plant
  expect(connectionMeaning(plant)).toMatchObject({ label: 'Offline', tone })
})

test.each([
  ['ONLINE', ['PENDING', 'SUSPENDED', 'REVOKED', 'DECOMMISSIONED']],
  ['DEGRADED', ['PENDING', 'SUSPENDED', 'REVOKED', 'DECOMMISSIONED']],
  ['OFFLINE', []],
  ['UNKNOWN', []],
  ['ASLEEP', []],
])('%s contradicts the lifecycles %j, and no others', (status, expected) => {
  const states = [...Object.keys(lifecycleMeanings), 'FROZEN', '']
  const contradicted = states.filter((lifecycleStatus) =>
    contradictsLifecycle({ status, lifecycleStatus }),
  )
  expect(contradicted).toEqual(expected)
})

test.each([
  [{ lastSeenAt: null }, true],
  [{ lastSeenAt: '0001-01-01T00:00:00Z' }, true],
  [{}, true],
  [{ lastSeenAt: '2026-11-20T12:00:00Z' }, false],
  [{ lastSeenAt: null, unreadable: ['lastSeenAt'] }, false],
  [{ lastSeenAt: 'yesterday' }, false],
])('a plant with %j was never seen: %s', (plant, expected) => {
  expect(wasNeverSeen(plant)).toBe(expected)
})

test('states the limit of silence in words', () => {
  expect(maxSilenceWords).toBe('2 days')
})

test('keeps the alarm when the last contact is unreadable', () => {
  const plant = { status: 'OFFLINE', lifecycleStatus: 'PENDING', unreadable: ['lastSeenAt'] }
  expect(connectionMeaning(plant as unknown as Plant).tone).toBe('danger')
})
