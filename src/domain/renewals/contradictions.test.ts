import { describe, expect, it } from 'vitest'
import { ContradictionSearch } from './contradictions'
import type { CertificatePlant } from './reach'
import { dayMs, minuteMs } from '@/lib/instants'
import { fc } from '@/lib/test-properties'

const nowMs = Date.UTC(2026, 10, 28, 12)
const from = (days: number) => new Date(nowMs + days * dayMs).toISOString()

let serial = 0
function plant(change: Partial<CertificatePlant> = {}): CertificatePlant {
  serial += 1
  return {
    id: `p${serial}`,
    name: 'Plant',
    serialNumber: `S-${serial}`,
    status: 'ONLINE',
    lifecycleStatus: 'ACTIVE',
    authMethod: 'MTLS',
    lastSeenAt: new Date(nowMs - minuteMs).toISOString(),
    certificateExpiresAt: from(100),
    certificateFingerprint: `AA:BB:${serial}`,
    certificateSerialNumber: `0${serial}`,
    authFailureCount: 0,
    lastAuthFailureAt: null,
    ...change,
  }
}
function found(...plants: CertificatePlant[]) {
  const search = new ContradictionSearch()
  for (const one of plants) search.add(one, nowMs)
  return search.contradictions().map(({ key, plants: those }) => [key, those.length])
}

describe('ContradictionSearch', () => {
  it('finds none in a healthy fleet', () => {
    const healthy = [
      plant(),
      plant({ status: 'OFFLINE', lastSeenAt: from(-9) }),
      plant({ lifecycleStatus: 'PENDING', status: 'UNKNOWN', lastSeenAt: null }),
      plant({ lifecycleStatus: 'REVOKED', status: 'OFFLINE' }),
      plant({
        authMethod: 'TOKEN',
        certificateExpiresAt: null,
        certificateFingerprint: null,
        certificateSerialNumber: null,
      }),
      plant({ authMethod: 'PASSWORD', certificateExpiresAt: null, certificateFingerprint: '' }),
    ]
    expect(found(...healthy)).toEqual([])
  })

  it.each([
    [
      'seen-after-expiry',
      { lifecycleStatus: 'SUSPENDED', status: 'OFFLINE', certificateExpiresAt: from(-3) },
    ],
    ['active-expired-online', { certificateExpiresAt: from(-1) }],
    ['active-expired-online', { status: 'DEGRADED', certificateExpiresAt: from(-1) }],
    ['active-expired', { status: 'UNKNOWN', lastSeenAt: null, certificateExpiresAt: from(-1) }],
    ['active-expired', { status: 'OFFLINE', lastSeenAt: from(-3), certificateExpiresAt: from(-2) }],
    ['resting-online', { lifecycleStatus: 'PENDING' }],
    ['resting-online', { lifecycleStatus: 'SUSPENDED' }],
    ['resting-online', { lifecycleStatus: 'REVOKED', status: 'DEGRADED' }],
    ['resting-online', { lifecycleStatus: 'DECOMMISSIONED' }],
    ['unused-certificate', { authMethod: 'TOKEN' }],
    ['unused-certificate', { authMethod: 'PASSWORD' }],
  ] as const)('finds %s', (key, change) => {
    expect(found(plant(change), plant())).toEqual([[key, 1]])
  })

  it('accepts a contact soon after the expiry, because the session may have been open', () => {
    const suspended = {
      lifecycleStatus: 'SUSPENDED',
      status: 'OFFLINE',
      certificateExpiresAt: from(-2),
    }
    expect(found(plant({ ...suspended, lastSeenAt: from(0) }))).toEqual([])
  })

  it('finds a certificate on two plants, however it is written, and reports it once', () => {
    const clones = [
      plant({ certificateFingerprint: 'AB:CD:EF', certificateSerialNumber: '77' }),
      plant({ certificateFingerprint: 'abcdef', certificateSerialNumber: '77' }),
    ]
    expect(found(...clones, plant())).toEqual([['shared-fingerprint', 2]])
  })

  it('finds a serial number on two certificates', () => {
    const twins = [
      plant({ certificateSerialNumber: '7f' }),
      plant({ certificateSerialNumber: '7F' }),
    ]
    expect(found(...twins)).toEqual([['shared-serial', 2]])
  })

  it('does not count a decommissioned plant among those that share a certificate', () => {
    const shared = { certificateFingerprint: 'abc' }
    const old = plant({ ...shared, lifecycleStatus: 'DECOMMISSIONED', status: 'OFFLINE' })
    expect(found(old, plant(shared))).toEqual([])
  })

  it('finds no contradiction in unreadable values', () => {
    const unreadable = plant({
      certificateExpiresAt: from(-9),
      status: 'OFFLINE',
      lastSeenAt: from(-8),
      unreadable: ['certificateExpiresAt', 'lastSeenAt', 'certificateFingerprint'],
    })
    expect(found(unreadable)).toEqual([])
  })

  it('finds the same in every order of the list', () => {
    const holder = fc.record({
      certificateFingerprint: fc.constantFrom('aa', 'bb', null),
      certificateSerialNumber: fc.constantFrom('01', '02', null),
      lifecycleStatus: fc.constantFrom('ACTIVE', 'ACTIVE', 'DECOMMISSIONED'),
    })
    const holders = fc.array(holder, { maxLength: 6 })
    const orders = holders.chain((given) => {
      const plants = given.map((change) => plant(change))
      return fc.tuple(
        fc.constant(plants),
        fc.shuffledSubarray(plants, { minLength: plants.length, maxLength: plants.length }),
      )
    })
    const sharedBy = (plants: readonly CertificatePlant[]) => {
      const search = new ContradictionSearch()
      for (const one of plants) search.add(one, nowMs)
      return search
        .contradictions()
        .filter(({ key }) => key.startsWith('shared-'))
        .map(({ key, plants: some }) => [key, some.map(({ id }) => id)])
    }
    fc.assert(
      fc.property(orders, ([plants, shuffled]) => {
        expect(sharedBy(shuffled)).toEqual(sharedBy(plants))
      }),
    )
  })

  it('names a serial number that a third plant shares with two that have one certificate', () => {
    const one = { certificateSerialNumber: '01', certificateFingerprint: 'aa' }
    const plants = [plant(one), plant({ ...one, certificateFingerprint: 'bb' }), plant(one)]
    expect(found(...plants)).toEqual([
      ['shared-fingerprint', 2],
      ['shared-serial', 3],
    ])
  })
})
