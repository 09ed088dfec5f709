import { describe, expect, it } from 'vitest'
import { type CertificatePlant, type FleetEvidence, reachOf } from './reach'
import { dayMs, hourMs, minuteMs } from '@/lib/instants'
import { fc } from '@/lib/test-properties'

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
/** A fleet with a plant that was heard from at this moment, on a platform that counts failures. */
const fleet: FleetEvidence = { doesCountFailures: true, latestSignAgeMs: 0 }
const valid = { ...expired, certificateExpiresAt: ago(-20 * dayMs) }

describe('reachOf', () => {
  it.each([
    ['connected', { ...valid, status: 'ONLINE', lastSeenAt: ago(minuteMs) }],
    ['connected', { ...valid, status: 'DEGRADED', lastSeenAt: ago(minuteMs) }],
    ['silent', { ...valid, status: 'ONLINE' }],
    ['silent', { ...valid, status: 'DEGRADED' }],
    ['offline', valid],
    ['never', { ...valid, lastSeenAt: null }],
    ['unknown', { ...valid, status: 'UNKNOWN' }],
    ['unknown', { ...valid, status: 'MAINTENANCE' }],
    ['resting', { ...valid, lifecycleStatus: 'SUSPENDED' }],
    ['resting', { ...expired, lifecycleStatus: 'DECOMMISSIONED' }],
  ] as const)('is %s', (reach, plant) => {
    expect(reachOf(plant, nowMs, fleet)).toBe(reach)
  })

  it('is connected even when its certificate has expired', () => {
    const seen = { ...expired, status: 'ONLINE', lastSeenAt: ago(minuteMs) }
    expect(reachOf(seen, nowMs, fleet)).toBe('connected')
  })
})

describe('reachOf, with an expired certificate', () => {
  /** Returns the reach of a plant that has tried this many times, most recently so long ago. */
  function tried(failures: number, agoMs: number, change: Partial<CertificatePlant> = {}) {
    const at = ago(agoMs)
    const plant = { ...expired, authFailureCount: failures, lastAuthFailureAt: at, ...change }
    return reachOf(plant, nowMs, fleet)
  }

  it('is locked out while its latest attempt is minutes ago', () => {
    expect(tried(4_000, 15 * minuteMs)).toBe('lockedOut')
    expect(tried(1, 15 * minuteMs)).toBe('lockedOut')
  })

  it('is dark an hour after the latest of frequent attempts, and not sooner', () => {
    expect(tried(4_000, 16 * minuteMs)).toBe('expired')
    expect(tried(4_000, hourMs)).toBe('expired')
    expect(tried(4_000, hourMs + 1)).toBe('dark')
  })

  it('is not dark within three of its own intervals between attempts', () => {
    const everySixHours = 9
    expect(tried(everySixHours, 6 * hourMs)).toBe('expired')
    expect(tried(everySixHours, 18 * hourMs)).toBe('expired')
    expect(tried(everySixHours, 19 * hourMs)).toBe('dark')
  })

  it('is locked out when it was refused for another reason just before the expiry', () => {
    const justExpired = { certificateExpiresAt: ago(minuteMs) }
    expect(tried(300, 2 * minuteMs, justExpired)).toBe('lockedOut')
  })

  it('is dark when it connected after its latest failure, and was silent since', () => {
    expect(tried(4, 4 * dayMs)).toBe('dark')
    expect(tried(4, 4 * dayMs, { lastSeenAt: ago(2 * hourMs) })).toBe('dark')
  })

  it('is not dark yet when it was connected a moment ago', () => {
    const justGone = { ...expired, lastSeenAt: ago(2 * minuteMs) }
    expect(reachOf(justGone, nowMs, fleet)).toBe('expired')
    expect(reachOf(justGone, nowMs + hourMs, fleet)).toBe('dark')
  })

  it('is dark when it never tried, even moments after the expiry', () => {
    const justExpired = { ...expired, certificateExpiresAt: ago(minuteMs) }
    expect(reachOf(justExpired, nowMs, fleet)).toBe('dark')
    expect(reachOf({ ...justExpired, lastSeenAt: null }, nowMs, fleet)).toBe('dark')
  })

  it('draws no conclusion when the platform shows no failure of any plant', () => {
    const without = { ...fleet, doesCountFailures: false }
    expect(reachOf(expired, nowMs, without)).toBe('expired')
  })

  it('draws no conclusion when failures are counted, but their time is missing', () => {
    expect(reachOf({ ...expired, authFailureCount: 4 }, nowMs, fleet)).toBe('expired')
    expect(reachOf({ ...expired, authFailureCount: null }, nowMs, fleet)).toBe('dark')
  })

  it('draws no conclusion when the time of the latest failure is unreadable', () => {
    const unreadable = [
      { ...expired, lastAuthFailureAt: 'yesterday' },
      { ...expired, unreadable: ['lastAuthFailureAt'] },
    ]
    for (const plant of unreadable) expect(reachOf(plant, nowMs, fleet)).toBe('expired')
  })

  it('needs no time of the last contact to be locked out, but to be dark', () => {
    const unreadable = { unreadable: ['lastSeenAt'] }
    expect(tried(40, minuteMs, unreadable)).toBe('lockedOut')
    expect(tried(40, dayMs, unreadable)).toBe('expired')
  })

  it('takes an unreadable number of failures for one', () => {
    expect(tried(0, dayMs, { unreadable: ['authFailureCount'] })).toBe('expired')
  })

  it.each([3, -3])('is never wrong with a clock that is %i hours ahead', (hours) => {
    const aheadMs = hours * hourMs
    const skewed = { ...fleet, latestSignAgeMs: aheadMs }
    const plantTried = (agoMs: number) =>
      reachOf(
        { ...expired, authFailureCount: 4_000, lastAuthFailureAt: ago(agoMs) },
        nowMs + aheadMs,
        skewed,
      )
    expect(plantTried(minuteMs)).not.toBe('dark')
    for (const hoursAgo of [2, 3, 4]) {
      expect(plantTried(hoursAgo * hourMs)).not.toBe('lockedOut')
    }
  })

  it('is dark in a fleet without any sign only after a day, because the broker may be down', () => {
    const silent = { ...fleet, latestSignAgeMs: 30 * dayMs }
    const since = (ms: number) => reachOf({ ...expired, lastSeenAt: ago(ms) }, nowMs, silent)
    expect(since(dayMs)).toBe('expired')
    expect(since(dayMs + 2 * hourMs)).toBe('dark')
  })
})

/** A plant that tries at its own pace from the expiry until it is powered off, if it ever is. */
const story = fc.record({
  expiredForMs: fc.integer({ min: 2 * minuteMs, max: 60 * dayMs }),
  intervalMs: fc.oneof(
    fc.integer({ min: 500, max: 10 * minuteMs }),
    fc.integer({ min: 10 * minuteMs, max: 12 * hourMs }),
  ),
  offForMs: fc.option(fc.integer({ min: 0, max: 60 * dayMs })),
})

describe('reachOf, for any pace of attempts', () => {
  it('never calls a plant dark while it tries to connect, or locked out while it has no power', () => {
    fc.assert(
      fc.property(story, ({ expiredForMs, intervalMs, offForMs }) => {
        const triedForMs = expiredForMs - (offForMs ?? 0)
        const failures = Math.max(0, Math.floor(triedForMs / intervalMs))
        const failedMs = nowMs - expiredForMs + failures * intervalMs
        const plant = {
          ...expired,
          certificateExpiresAt: ago(expiredForMs),
          lastSeenAt: ago(Math.max(expiredForMs, offForMs ?? 0)),
          authFailureCount: failures,
          lastAuthFailureAt: failures > 0 ? new Date(failedMs).toISOString() : null,
        }
        const reach = reachOf(plant, nowMs, fleet)
        const isOff = offForMs !== null
        const isSlow = intervalMs > 10 * minuteMs
        // A plant that tries every few hours looks like one without power until its first attempt.
        if (!isOff && failures > 0) expect(reach).not.toBe('dark')
        if (!isOff && !isSlow && failures > 0) expect(reach).toBe('lockedOut')
        if (isOff && offForMs > 15 * minuteMs) expect(reach).not.toBe('lockedOut')
        if (isOff && !isSlow && offForMs > 2 * hourMs) expect(reach).toBe('dark')
      }),
    )
  })
})
