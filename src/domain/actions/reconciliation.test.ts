import { describe, expect, it } from 'vitest'
import type { ConfirmedAction } from './consequences'
import { reconcileAction } from './reconciliation'
import type { Plant } from '@/api/plant-schemas'
import type { Verdict } from '@/domain/plant/verdict'

const before: Plant = {
  id: 'p',
  name: 'FVE Tábor',
  serialNumber: 'S-1',
  type: 'GATEWAY',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
  certificateSerialNumber: '0A',
  certificateFingerprint: 'A7',
  certificateExpiresAt: '2027-01-01T00:00:00Z',
  secretRotatedAt: null,
  updatedAt: '2026-01-01T00:00:00Z',
}
const later = '2026-03-01T12:00:00Z'
const byToken = { authMethod: 'TOKEN', secretRotatedAt: later }
const suspended = { lifecycleStatus: 'SUSPENDED' }
const verdict = (action: ConfirmedAction, was: Partial<Plant>, is: Partial<Plant>): Verdict =>
  reconcileAction(action, { ...before, ...was }, { ...before, ...was, ...is })

describe('reconcileAction', () => {
  it.each<[ConfirmedAction, Partial<Plant>, Partial<Plant>, Verdict['kind']]>([
    ['suspend', {}, { lifecycleStatus: 'SUSPENDED' }, 'done'],
    ['suspend', {}, {}, 'not-done'],
    ['suspend', {}, { status: 'OFFLINE', updatedAt: later }, 'not-done'],
    ['suspend', {}, { lifecycleStatus: 'REVOKED' }, 'cannot-tell'],
    ['reactivate', { lifecycleStatus: 'SUSPENDED' }, { lifecycleStatus: 'ACTIVE' }, 'done'],
    ['reactivate', { lifecycleStatus: 'SUSPENDED' }, {}, 'not-done'],
    ['revoke', {}, { lifecycleStatus: 'REVOKED' }, 'done'],
    ['revoke', {}, { lifecycleStatus: 'DECOMMISSIONED' }, 'done'],
    ['revoke', {}, {}, 'not-done'],
    ['revoke', {}, { lifecycleStatus: 'FROZEN' }, 'cannot-tell'],
    ['provision', {}, { certificateSerialNumber: '0B' }, 'done'],
    ['provision', {}, { certificateFingerprint: 'B8' }, 'done'],
    ['provision', {}, { certificateExpiresAt: '2028-01-01T00:00:00Z' }, 'done'],
    ['provision', { secretRotatedAt: later }, { secretRotatedAt: null }, 'cannot-tell'],
    ['provision', { secretRotatedAt: null }, { secretRotatedAt: later }, 'cannot-tell'],
    ['provision', { secretRotatedAt: undefined }, { secretRotatedAt: null }, 'not-done'],
    ['provision', byToken, { secretRotatedAt: null }, 'done'],
    ['provision', byToken, { secretRotatedAt: '2026-03-01T12:30:00Z' }, 'cannot-tell'],
    ['provision', {}, { certificateSerialNumber: null }, 'cannot-tell'],
    ['provision', { lifecycleStatus: 'PENDING' }, { lifecycleStatus: 'PROVISIONED' }, 'done'],
    ['provision', { lifecycleStatus: 'PENDING' }, { lifecycleStatus: 'ACTIVE' }, 'cannot-tell'],
    ['provision', suspended, { lifecycleStatus: 'PROVISIONED' }, 'cannot-tell'],
    ['provision', suspended, { certificateSerialNumber: '0B' }, 'done'],
    ['provision', {}, { lifecycleStatus: 'SUSPENDED' }, 'cannot-tell'],
    ['provision', {}, {}, 'not-done'],
    ['provision', {}, { updatedAt: later }, 'not-done'],
    ['provision', {}, { certificateExpiresAt: 'soon' }, 'cannot-tell'],
    ['provision', { certificateExpiresAt: 'soon' }, {}, 'cannot-tell'],
    ['provision', { authMethod: 'TOKEN' }, { updatedAt: later }, 'cannot-tell'],
    ['provision', { authMethod: 'TOKEN' }, {}, 'not-done'],
    ['provision', { certificateSerialNumber: null }, { certificateSerialNumber: null }, 'not-done'],
    ['rotate-secret', {}, { secretRotatedAt: later }, 'done'],
    ['rotate-secret', { secretRotatedAt: '2026-01-01T00:00:00Z' }, {}, 'not-done'],
    ['rotate-secret', {}, { updatedAt: later }, 'not-done'],
    ['mqtt-token', {}, { updatedAt: later }, 'cannot-tell'],
    ['download', {}, {}, 'cannot-tell'],
    ['delete', {}, {}, 'not-done'],
  ])('%s, from %j by %j: %s', (action, was, is, kind) => {
    expect(verdict(action, was, is).kind).toBe(kind)
  })

  it('treats a missing plant as deleted, and as proof of nothing else', () => {
    expect(reconcileAction('delete', before, 'gone').kind).toBe('done')
    expect(reconcileAction('suspend', before, 'gone').kind).toBe('cannot-tell')
    expect(reconcileAction('provision', before, 'gone').kind).toBe('cannot-tell')
  })

  it('gives the time of the change and the evidence', () => {
    expect(verdict('suspend', {}, { ...suspended, updatedAt: later })).toEqual({
      kind: 'done',
      evidence: 'the plant is Suspended',
      at: later,
    })
    expect(verdict('suspend', {}, { lifecycleStatus: 'SUSPENDED' })).not.toHaveProperty('at')
    expect(verdict('rotate-secret', {}, { secretRotatedAt: later }).at).toBe(later)
    expect(verdict('suspend', {}, { lifecycleStatus: 'FROZEN' }).evidence).toBe(
      'the plant is FROZEN',
    )
  })
})
