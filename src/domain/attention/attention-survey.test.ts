import { describe, expect, it } from 'vitest'
import { type AwaitedPlant, AttentionSurveyor } from './attention-survey'
import { ago, anyPlants, healthy, idsByKey, listOnly, nowMs, survey } from './test-plants'
import type { Plant } from '@/api/plant-schemas'
import { problemRules } from '@/domain/problems/problem-rules'
import { urgencyOf } from '@/domain/problems/urgency'
import { dayMs, hourMs, minuteMs, readInstant } from '@/lib/instants'
import { runSteps } from '@/lib/run-steps'
import { fc } from '@/lib/test-properties'

const keysOf = (change: Partial<Plant>) => idsByKey([{ ...healthy, ...change }]).map(([key]) => key)

describe('AttentionSurveyor', () => {
  it.each<[string, Partial<Plant>, string[]]>([
    ['healthy', {}, []],
    ['with an expired certificate', { certificateExpiresAt: ago(1) }, ['expired']],
    ['with a certificate for a week', { certificateExpiresAt: ago(-6 * dayMs) }, ['week']],
    ['with a certificate for a month', { certificateExpiresAt: ago(-20 * dayMs) }, ['month']],
    ['offline for minutes', { status: 'OFFLINE', lastSeenAt: ago(14 * minuteMs) }, []],
    ['offline', { status: 'OFFLINE', lastSeenAt: ago(16 * minuteMs) }, ['offline']],
    ['offline for a night', { status: 'OFFLINE', lastSeenAt: ago(16 * hourMs) }, ['offline']],
    ['offline for a day', { status: 'OFFLINE', lastSeenAt: ago(25 * hourMs) }, ['offline-long']],
    ['offline since an unknown time', { status: 'OFFLINE', lastSeenAt: 'x' }, ['offline']],
    ['offline since tomorrow', { status: 'OFFLINE', lastSeenAt: ago(-2 * dayMs) }, ['offline']],
    ['unknown, which isn’t offline', { status: 'UNKNOWN', lastSeenAt: ago(dayMs) }, []],
    ['unknown and unseen', { status: 'UNKNOWN', lastSeenAt: ago(3 * dayMs) }, ['unseen']],
    ['online, but unseen', { lastSeenAt: ago(3 * dayMs) }, ['silent']],
    ['degraded', { status: 'DEGRADED' }, ['degraded']],
    ['suspended and offline', { status: 'OFFLINE', lifecycleStatus: 'SUSPENDED' }, []],
    [
      'suspended, with an expired certificate',
      { status: 'OFFLINE', lifecycleStatus: 'SUSPENDED', certificateExpiresAt: ago(1) },
      ['expired'],
    ],
    [
      'revoked, with an expired certificate',
      { status: 'OFFLINE', lifecycleStatus: 'REVOKED', certificateExpiresAt: ago(1) },
      [],
    ],
    ['suspended and online', { lifecycleStatus: 'SUSPENDED' }, ['resting-online']],
    [
      'provisioned a while ago, and never connected',
      { lifecycleStatus: 'PROVISIONED', status: 'OFFLINE', lastSeenAt: null },
      ['never-connected'],
    ],
    [
      'provisioned today, and not connected yet',
      {
        lifecycleStatus: 'PROVISIONED',
        status: 'OFFLINE',
        lastSeenAt: null,
        createdAt: ago(hourMs),
      },
      [],
    ],
    [
      'pending for over a week',
      {
        lifecycleStatus: 'PENDING',
        status: 'OFFLINE',
        lastSeenAt: null,
        certificateExpiresAt: null,
        createdAt: ago(8 * dayMs),
      },
      ['pending'],
    ],
    [
      'pending for days',
      {
        lifecycleStatus: 'PENDING',
        status: 'OFFLINE',
        lastSeenAt: null,
        certificateExpiresAt: null,
        createdAt: ago(6 * dayMs),
      },
      [],
    ],
    [
      'rejected this week',
      { authFailureCount: 3, lastAuthFailureAt: ago(dayMs) },
      ['auth-failures'],
    ],
    ['with an unused certificate', { authMethod: 'TOKEN' }, ['unused-certificate']],
    [
      'seen long after its certificate expired',
      { certificateExpiresAt: ago(9 * dayMs) },
      ['expired', 'seen-after-expiry'],
    ],
  ])('lists a plant that is %s', (_what, change, keys) => {
    expect(keysOf(change)).toEqual(keys)
  })

  it('names a shared certificate once, with all its plants', () => {
    const copies = ['a', 'b'].map((id) => ({ ...healthy, id, certificateFingerprint: 'AA:BB' }))
    expect(idsByKey(copies)).toEqual([['shared-fingerprint', ['a', 'b']]])
  })

  it('finds rising failures only between two readings', () => {
    const failing = { ...healthy, authFailureCount: 3, lastAuthFailureAt: ago(hourMs) }
    const keysAfter = (before: number | undefined) =>
      idsByKey([failing], { failuresBefore: () => before }).map(([key]) => key)
    expect(keysAfter(2)).toEqual(['failures-rising'])
    expect(keysAfter(3)).toEqual(['auth-failures'])
    expect(keysAfter(9)).toEqual(['auth-failures'])
    expect(keysAfter(undefined)).toEqual(['auth-failures'])
    const hidden = { ...failing, authFailureCount: null, unreadable: ['authFailureCount'] }
    expect(idsByKey([hidden], { failuresBefore: () => 0 })).toEqual([])
  })

  it('judges a connection as of its reading, and a certificate as of now', () => {
    const surveyor = new AttentionSurveyor(listOnly)
    const readAtMs = nowMs - dayMs
    surveyor.add(
      {
        ...healthy,
        status: 'OFFLINE',
        lastSeenAt: ago(dayMs + 10 * minuteMs),
        certificateExpiresAt: ago(1),
      },
      readAtMs,
    )
    expect(runSteps(surveyor.finish()).groups.map(({ key }) => key)).toEqual(['expired'])
  })

  it('counts the plants that can’t be judged in every respect', () => {
    expect(survey([healthy, { ...healthy, id: 'b', unreadable: ['status'] }]).unreadable).toBe(1)
  })
})

describe('AttentionSurveyor, in a wide outage', () => {
  const fleet = Array.from({ length: 100 }, (_, number) => ({
    ...healthy,
    id: String(number),
    status: 'OFFLINE',
    lastSeenAt: ago(5 * minuteMs),
  }))
  const outage = { connected: 100, stopped: 100, fromMs: nowMs - 4 * minuteMs }

  it('reports the platform once, and beside it only plants that were offline before', () => {
    const old = { ...healthy, id: 'old', status: 'OFFLINE', lastSeenAt: ago(3 * dayMs) }
    const found = survey([...fleet, old], { outage }).groups
    expect(found.map(({ key, plants }) => [key, plants.length])).toEqual([
      ['outage', 100],
      ['offline-long', 1],
    ])
  })

  it('reports it even when no plant’s record shows it', () => {
    expect(idsByKey([healthy], { outage })).toEqual([['outage', []]])
  })

  it('takes fewer losses for what they are', () => {
    const late = fleet.map((plant) => ({ ...plant, lastSeenAt: ago(hourMs) }))
    const some = { ...outage, stopped: 89, fromMs: nowMs - 2 * hourMs }
    expect(idsByKey(late, { outage: some }).map(([key]) => key)).toEqual(['offline'])
  })
})

describe('AttentionSurveyor, with what this browser awaits', () => {
  const awaited = (kind: AwaitedPlant['kind'], atMs: number | undefined) => ({
    kind,
    id: 'a',
    label: 'FVE Zlín',
    atMs,
  })

  it.each([
    ['no-answer', nowMs - 1, 1],
    ['renewal-refused', nowMs - 1, 1],
    ['renewal-unused', nowMs - dayMs, 0],
    ['renewal-unused', nowMs - dayMs - 1, 1],
    ['renewal-unused', undefined, 1],
  ] as const)('lists %s since %s: %i', (kind, atMs, count) => {
    expect(idsByKey([healthy], { awaited: [awaited(kind, atMs)] })).toHaveLength(count)
  })
})

describe('the groups of AttentionSurveyor', () => {
  it('miss nothing that the list finds urgent, except for the delays', () => {
    fc.assert(
      fc.property(anyPlants, (plants) => {
        const found = survey(plants).groups.flatMap((group) => group.plants.map(({ id }) => id))
        for (const plant of plants) {
          const urgency = urgencyOf(plant, nowMs)
          if (!urgency || ['offline', 'never-connected', 'pending'].includes(urgency.key)) continue
          expect(found).toContain(plant.id)
        }
      }),
    )
  })

  it('have a plant once for each subject', () => {
    const subjectOf = (key: string) => problemRules.find((rule) => rule.key === key)?.subject ?? key
    fc.assert(
      fc.property(anyPlants, (plants) => {
        const named = survey(plants).groups.flatMap(({ key, plants: some }) =>
          some.map(({ id }) => `${subjectOf(key)} ${id}`),
        )
        expect(new Set(named).size).toBe(named.length)
      }),
    )
  })

  it('don’t depend on the hour of the day, or on the order of the list', () => {
    const shifted = (at: string | null | undefined, ms: number) => {
      const atMs = readInstant(at)
      return typeof atMs === 'number' ? new Date(atMs + ms).toISOString() : at
    }
    fc.assert(
      fc.property(anyPlants, fc.integer({ min: 1, max: 23 }), (plants, hours) => {
        const ms = hours * hourMs
        const later = plants.map((plant) => ({
          ...plant,
          lastSeenAt: shifted(plant.lastSeenAt, ms),
          certificateExpiresAt: shifted(plant.certificateExpiresAt, ms),
          lastAuthFailureAt: shifted(plant.lastAuthFailureAt, ms),
          createdAt: shifted(plant.createdAt, ms),
        }))
        const sorted = (groups: [string, string[]][]) =>
          groups.map(([key, ids]) => [key, ids.toSorted()])
        const inOrder = sorted(idsByKey(plants))
        expect(sorted(idsByKey(later, { nowMs: nowMs + ms }))).toEqual(inOrder)
        expect(sorted(idsByKey(plants.toReversed()))).toEqual(inOrder)
      }),
    )
  })

  it('begin with the plant that has waited longest', () => {
    const plants = [1, 3, 2].map((days) => ({
      ...healthy,
      id: String(days),
      certificateExpiresAt: ago(days * hourMs),
    }))
    expect(idsByKey(plants)).toEqual([['expired', ['3', '2', '1']]])
  })
})
