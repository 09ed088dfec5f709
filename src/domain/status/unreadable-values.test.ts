// Unreadable values are not missing: no rule concludes "never", "none" or "not done" from them.
import { describe, expect, it } from 'vitest'
import { lifecycleMeanings } from './lifecycle'
import { meaningOf } from './meaning'
import type { Plant } from '@/api/plant-schemas'
import { consequencesOf } from '@/domain/actions/consequences'
import { whyDoubtful, whyImpossible } from '@/domain/actions/plant-actions'
import { reconcileAction } from '@/domain/actions/reconciliation'
import { alertDurationMs } from '@/domain/alerts/alert-list'
import { expiryBucket } from '@/domain/certificates/certificate-expiry'
import { contactState, observe, startWatch } from '@/domain/credentials/first-contact'
import { changesBetween } from '@/domain/plant/plant-changes'
import { readPosition } from '@/domain/plant/site-position'
import { minuteMs, secondMs } from '@/lib/instants'

const nowMs = Date.parse('2026-03-01T12:00:00Z')
const plant: Plant = {
  id: 'a',
  name: 'FVE Zlín',
  serialNumber: 'S-1',
  type: 'GATEWAY',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
  certificateSerialNumber: '01',
  certificateFingerprint: 'AA',
  certificateExpiresAt: '2026-06-01T00:00:00Z',
  secretRotatedAt: '2026-02-01T00:00:00Z',
}
/** Returns the plant with an unreadable member. */
const without = (name: keyof Plant, standIn: '' | null = null): Plant => ({
  ...plant,
  [name]: standIn,
  unreadable: [name],
})

describe('an unreadable value', () => {
  it('is shown as unreadable', () => {
    expect(meaningOf(lifecycleMeanings, '', true)).toMatchObject({
      label: 'Unreadable',
      tone: 'warn',
    })
    expect(changesBetween(plant, without('lifecycleStatus', ''))).toEqual([
      { fact: 'Lifecycle', was: 'Active', is: 'unreadable' },
    ])
  })

  it('of a certificate does not mean "no certificate"', () => {
    expect(expiryBucket(without('certificateExpiresAt'), nowMs)).toBe('unreadable')
    const sentences = consequencesOf('reactivate', without('certificateExpiresAt'), nowMs)
    expect(sentences.join(' ')).toContain('The expiry of its certificate is unreadable')
  })

  it('of credentials does not make a PENDING plant one without credentials', () => {
    const bare = { lifecycleStatus: 'PENDING', authMethod: 'MTLS' }
    expect(whyImpossible('revoke', bare, nowMs, undefined)).toContain('nothing to revoke')
    const unread = { ...bare, unreadable: ['certificateSerialNumber'] }
    expect(whyImpossible('revoke', unread, nowMs, undefined)).toBeUndefined()
  })

  it('of a rotation still allows the next one, with a warning', () => {
    expect(
      whyImpossible('rotate-secret', without('secretRotatedAt'), nowMs, undefined),
    ).toBeUndefined()
    expect(whyDoubtful('rotate-secret', without('secretRotatedAt'))).toContain('unreadable')
  })

  it.each([
    ['suspend', without('lifecycleStatus', ''), plant],
    ['suspend', plant, without('lifecycleStatus', '')],
    ['rotate-secret', plant, without('secretRotatedAt')],
    ['rotate-secret', without('secretRotatedAt'), plant],
    ['provision', plant, without('certificateSerialNumber')],
    ['provision', without('certificateSerialNumber'), plant],
  ] as const)('leaves the outcome of %s open', (action, before, now) => {
    expect(reconcileAction(action, before, now).kind).toBe('cannot-tell')
  })

  it('of the last contact does not prove a first one', () => {
    const watch = startWatch(without('lastSeenAt'), nowMs)
    const cut = { ...plant, lastSeenAt: new Date(nowMs + secondMs).toISOString() }
    const settled = observe(watch, cut, nowMs + minuteMs)
    expect(contactState(settled, cut)).toEqual({ kind: 'waiting' })
    expect(contactState(settled, without('lastSeenAt'))).toEqual({ kind: 'waiting' })
  })

  it("of an alert's end does not make the alert last until now", () => {
    const alert = { createdAt: '2026-03-01T11:00:00Z', resolvedAt: null, status: 'ACTIVE' }
    expect(alertDurationMs(alert, nowMs)).toBe(60 * minuteMs)
    expect(alertDurationMs({ ...alert, unreadable: ['resolvedAt'] }, nowMs)).toBeUndefined()
  })

  it('of a position does not mean that it is missing', () => {
    expect(readPosition({ latitude: null, longitude: 17, unreadable: ['latitude'] })).toEqual({
      kind: 'unusable',
      why: 'The latitude is unreadable.',
    })
    expect(readPosition({ unreadable: ['latitude', 'longitude'] })).toMatchObject({
      kind: 'unusable',
    })
  })
})
