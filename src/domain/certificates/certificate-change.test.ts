import { describe, expect, it } from 'vitest'
import {
  type CertificateChange,
  type CertificateFacts,
  certificateChange,
  changedFact,
  hasLostFact,
} from './certificate-change'

const before: CertificateFacts = {
  certificateSerialNumber: '0A1B',
  certificateFingerprint: 'A7:B8',
  certificateExpiresAt: '2027-01-01T00:00:00Z',
}
const nothing: CertificateFacts = {
  certificateSerialNumber: null,
  certificateFingerprint: null,
  certificateExpiresAt: null,
}
const onlyExpiry = { ...nothing, certificateExpiresAt: '2027-01-01T00:00:00Z' }
const unreadable = (...names: (keyof CertificateFacts)[]) => ({
  ...Object.fromEntries(names.map((name) => [name, null])),
  unreadable: names,
})
const names = unreadable('certificateSerialNumber', 'certificateFingerprint')
const all = { ...names, ...unreadable(...names.unreadable, 'certificateExpiresAt') }

describe('certificateChange', () => {
  it.each<[CertificateChange, CertificateFacts, Partial<CertificateFacts>]>([
    ['changed', before, { certificateSerialNumber: '0A1C' }],
    ['changed', before, { certificateFingerprint: 'A7:B9' }],
    ['changed', before, { certificateExpiresAt: '2028-01-01T00:00:00Z' }],
    ['changed', nothing, { certificateExpiresAt: '2028-01-01T00:00:00Z' }],
    ['changed', before, { ...names, certificateExpiresAt: '2028-01-01T00:00:00Z' }],
    ['changed', before, { certificateSerialNumber: null, certificateFingerprint: 'C1' }],
    ['same', before, {}],
    ['same', before, { certificateSerialNumber: 'a1b', certificateFingerprint: 'a7b8' }],
    ['same', before, { certificateExpiresAt: '2027-01-01T01:00:00.000+01:00' }],
    ['same', before, unreadable('certificateSerialNumber', 'certificateExpiresAt')],
    ['same', nothing, {}],
    ['same', onlyExpiry, {}],
    ['lost', before, { certificateSerialNumber: null }],
    ['lost', before, nothing],
    ['lost', before, { ...nothing, ...unreadable('certificateExpiresAt') }],
    ['same', before, { certificateExpiresAt: 'soon' }],
    ['unknown', onlyExpiry, { certificateExpiresAt: 'soon' }],
    ['unknown', before, names],
    ['unknown', before, all],
    ['unknown', onlyExpiry, unreadable('certificateFingerprint')],
    ['unknown', { ...before, ...all }, before],
  ])('is %s from %j to %j', (change, was, is) => {
    expect(certificateChange(was, { ...was, ...is })).toBe(change)
  })

  it('concludes nothing from what was unreadable before', () => {
    const was = { ...before, ...all }
    expect(certificateChange(was, { ...before, unreadable: [] })).toBe('unknown')
    expect(changedFact(was, { ...before, unreadable: [] })).toBeUndefined()
  })
})

it('names the fact that shows the change', () => {
  const now = { ...before, certificateFingerprint: 'C1', certificateExpiresAt: '2029-01-01' }
  expect(changedFact(before, now)).toBe('certificateFingerprint')
  expect(changedFact(before, before)).toBeUndefined()
})

it('detects that a fact is no longer listed', () => {
  expect(hasLostFact(before, { ...before, certificateFingerprint: null })).toBe(true)
  expect(hasLostFact(nothing, nothing)).toBe(false)
})
