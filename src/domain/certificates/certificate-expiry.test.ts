import { expect, test } from 'vitest'
import {
  awaitsCertificate,
  certificateEnd,
  expiryBucket,
  needsCertificate,
} from './certificate-expiry'

const nowMs = Date.parse('2026-11-21T12:00:00Z')

test.each([
  [null, 'none'],
  [undefined, 'none'],
  ['soon', 'unreadable'],
  ['0000-00-00T00:00:00Z', 'none'],
  ['0001-01-01T00:00:00Z', 'none'],
  ['2019-08-24T14:15:22Z', 'expired'],
  ['2026-11-21T12:00:00Z', 'expired'],
  ['2026-11-21T12:00:01Z', 'week'],
  ['2026-11-28T12:00:00Z', 'week'],
  ['2026-11-28T12:00:01Z', 'month'],
  ['2026-12-21T12:00:00Z', 'month'],
  ['2027-02-19T12:00:00Z', 'quarter'],
  ['2027-02-19T12:00:01Z', 'later'],
  ['9999-12-31T23:59:59Z', 'later'],
])('puts a certificate valid until %s into bucket %s', (certificateExpiresAt, bucket) => {
  expect(expiryBucket({ certificateExpiresAt, lifecycleStatus: 'ACTIVE' }, nowMs)).toBe(bucket)
})

test.each([
  ['REVOKED', 'revoked'],
  ['DECOMMISSIONED', 'decommissioned'],
])(
  'puts the certificate of a %s plant into bucket %s, whatever its date',
  (lifecycleStatus, bucket) => {
    const of = (certificateExpiresAt: string | null) =>
      expiryBucket({ certificateExpiresAt, lifecycleStatus }, nowMs)
    const buckets = ['2028-01-01T00:00:00Z', '2020-01-01T00:00:00Z', 'soon', null].map(of)
    expect(buckets).toEqual([bucket, bucket, bucket, 'none'])
  },
)

test.each([
  ['TOKEN', 'ACTIVE', 'unused'],
  ['PASSWORD', 'REVOKED', 'unused'],
  ['MTLS', 'REVOKED', 'revoked'],
  ['MTLS', 'ACTIVE', 'expired'],
  ['X509', 'ACTIVE', 'expired'],
])(
  'puts the expired certificate of a %s plant that is %s into bucket %s',
  (authMethod, lifecycleStatus, bucket) => {
    const plant = { authMethod, lifecycleStatus, certificateExpiresAt: '2020-01-01T00:00:00Z' }
    expect(expiryBucket(plant, nowMs)).toBe(bucket)
    expect(expiryBucket({ ...plant, certificateExpiresAt: null }, nowMs)).toBe('none')
  },
)

test('reads no expiry from one that is marked as unreadable', () => {
  const certificateExpiresAt = '2026-11-21T12:00:00Z'
  expect(certificateEnd({ certificateExpiresAt })).toBe(nowMs)
  const unreadable = ['certificateExpiresAt']
  expect(certificateEnd({ certificateExpiresAt, unreadable })).toBeUndefined()
  expect(certificateEnd({ certificateExpiresAt: null })).toBeNull()
})

test.each([
  ['MTLS', true],
  ['TOKEN', false],
  ['PASSWORD', false],
  ['X509', true],
  ['', true],
])('method %j needs a certificate: %j', (authMethod, isNeeded) => {
  expect(needsCertificate({ authMethod })).toBe(isNeeded)
})

test.each([
  ['a plant that authenticates with one', {}, true],
  ['a plant with a token', { authMethod: 'TOKEN' }, false],
  ['a plant that has one already', { certificateSerialNumber: '00A1' }, false],
  ['a plant in operation', { lifecycleStatus: 'ACTIVE' }, false],
])('a certificate is awaited for %s: %j', (_, change, isAwaited) => {
  const pending = { authMethod: 'MTLS', lifecycleStatus: 'PENDING', ...change }
  expect(awaitsCertificate(pending)).toBe(isAwaited)
})
