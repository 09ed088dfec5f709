import { describe, expect, it } from 'vitest'
import { type CertificatePlant, reachOf } from './reach'
import { dayMs, hourMs, minuteMs } from '@/lib/instants'

const nowMs = Date.UTC(2026, 10, 28, 12)
const ago = (ms: number) => new Date(nowMs - ms).toISOString()

const expired: CertificatePlant = {
  id: 'p',
  name: 'Plant',
  serialNumber: 'S-1',
  status: 'OFFLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
  lastSeenAt: ago(3 * dayMs),
  certificateExpiresAt: ago(3 * dayMs),
  certificateFingerprint: null,
  certificateSerialNumber: null,
  authFailureCount: 0,
  lastAuthFailureAt: null,
}
const valid = { ...expired, certificateExpiresAt: ago(-20 * dayMs) }

describe('reachOf', () => {
  it.each([
    ['connected', { ...valid, status: 'ONLINE', lastSeenAt: ago(minuteMs) }],
    ['connected', { ...valid, status: 'DEGRADED', lastSeenAt: ago(minuteMs) }],
    ['silent', { ...valid, status: 'ONLINE' }],
    ['offline', valid],
    ['never', { ...valid, lastSeenAt: null }],
    ['unknown', { ...valid, status: 'UNKNOWN' }],
    ['unknown', { ...valid, status: 'MAINTENANCE' }],
    ['resting', { ...valid, lifecycleStatus: 'SUSPENDED' }],
    ['resting', { ...expired, lifecycleStatus: 'DECOMMISSIONED' }],
  ] as const)('is %s', (reach, plant) => {
    expect(reachOf(plant, nowMs, true)).toBe(reach)
  })

  it('is locked out when it tried to connect within the last hour, after the expiry', () => {
    const knocking = { ...expired, authFailureCount: 40, lastAuthFailureAt: ago(59 * minuteMs) }
    expect(reachOf(knocking, nowMs, true)).toBe('lockedOut')
    expect(reachOf(knocking, nowMs + hourMs, true)).toBe('dark')
  })

  it('is dark when its failures are from before the expiry', () => {
    const earlier = { ...expired, authFailureCount: 4, lastAuthFailureAt: ago(4 * dayMs) }
    expect(reachOf(earlier, nowMs, true)).toBe('dark')
    const justExpired = { ...earlier, certificateExpiresAt: ago(minuteMs) }
    const justBefore = { ...justExpired, lastAuthFailureAt: ago(2 * minuteMs) }
    expect(reachOf(justBefore, nowMs, true)).toBe('dark')
  })

  it('tells nothing about an expired plant when the platform shows no failure of any plant', () => {
    expect(reachOf(expired, nowMs, true)).toBe('dark')
    expect(reachOf(expired, nowMs, false)).toBe('expired')
  })

  it('tells nothing when the time of the latest failure is unreadable', () => {
    const unreadable = [
      { ...expired, lastAuthFailureAt: 'yesterday' },
      { ...expired, unreadable: ['lastAuthFailureAt'] },
    ]
    for (const plant of unreadable) expect(reachOf(plant, nowMs, true)).toBe('expired')
  })

  it('is connected even when its certificate has expired', () => {
    const seen = { ...expired, status: 'ONLINE', lastSeenAt: ago(minuteMs) }
    expect(reachOf(seen, nowMs, true)).toBe('connected')
  })
})
