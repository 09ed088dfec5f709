import { describe, expect, it } from 'vitest'
import type { CertificatePlant } from './reach'
import { checkFigure, countCertificates, coverageText, noCertificates } from './stats-check'
import { dayMs } from '@/lib/instants'

const nowMs = Date.UTC(2026, 10, 28, 12)
const plant = (days: number | null, change: Partial<CertificatePlant> = {}): CertificatePlant => ({
  id: 'p',
  name: '',
  serialNumber: '',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
  lastSeenAt: null,
  certificateExpiresAt: days === null ? null : new Date(nowMs + days * dayMs).toISOString(),
  certificateFingerprint: null,
  certificateSerialNumber: null,
  authFailureCount: null,
  lastAuthFailureAt: null,
  ...change,
})

describe('countCertificates', () => {
  it('counts each certificate that is used by its state', () => {
    const plants = [
      plant(-1),
      plant(10),
      plant(30),
      plant(31),
      plant(-5, { lifecycleStatus: 'REVOKED' }),
      plant(5, { lifecycleStatus: 'REVOKED' }),
      plant(3, { authMethod: 'TOKEN' }),
      plant(40, { lifecycleStatus: 'DECOMMISSIONED' }),
      plant(null),
      { ...plant(null), certificateExpiresAt: 'soon' },
    ]
    const counts = noCertificates()
    for (const one of plants) countCertificates(counts, one, nowMs)
    expect(counts).toEqual({
      valid: 3,
      expiringSoon: 2,
      expired: 1,
      revoked: 2,
      decommissioned: { valid: 1, expiringSoon: 0, expired: 0 },
    })
  })
})

describe('checkFigure', () => {
  const decommissioned = { valid: 4, expiringSoon: 1, expired: 2 }
  const listed = { valid: 10, expiringSoon: 2, expired: 1, revoked: 3, decommissioned }
  const whole = { kind: 'probable' } as const

  it.each([
    ['active', 10, 'same'],
    ['active', 8, 'same'],
    ['active', 14, 'same'],
    ['active', 11, 'same'],
    ['active', 9, 'differs'],
    ['expired', 1, 'same'],
    ['expired', 0, 'differs'],
    ['expired', 3, 'same'],
    ['expiringSoon', 3, 'same'],
    ['expiringSoon', 4, 'differs'],
    ['revoked', 9, 'same'],
    ['revoked', 3, 'same'],
  ] as const)('%s %i: %s', (figure, stated, kind) => {
    expect(checkFigure(figure, { [figure]: stated }, listed, whole)?.kind).toBe(kind)
  })

  it.each([
    ['revoked', 3, 'Matches the plant list.'],
    ['revoked', 9, 'Matches the plant list, including 6 of decommissioned plants.'],
    ['expired', 3, 'Matches the plant list, including 2 of decommissioned plants.'],
    ['expiringSoon', 2, 'Matches the plant list (30 days).'],
    ['expiringSoon', 3, 'Matches the plant list (30 days), including 1 of decommissioned plants.'],
    ['active', 10, 'Matches the plant list.'],
    ['active', 8, 'Matches the plant list, without the 2 that expire soon.'],
    ['active', 14, 'Matches the plant list, including 4 of decommissioned plants.'],
    [
      'active',
      11,
      'Matches the plant list, including 3 of decommissioned plants, without the 3 that expire soon.',
    ],
  ] as const)('states what is counted: %s %i', (figure, stated, text) => {
    const check = checkFigure(figure, { [figure]: stated }, listed, whole)
    expect(check).toEqual({ kind: 'same', text })
  })

  it('claims nothing about plants that are not decommissioned', () => {
    const without = { ...listed, decommissioned: noCertificates().decommissioned }
    const check = checkFigure('revoked', { revoked: 3 }, without, whole)
    expect(check).toEqual({ kind: 'same', text: 'Matches the plant list.' })
  })

  it('states what the list counts and why it may differ', () => {
    expect(checkFigure('expiringSoon', { expiringSoon: 7 }, listed, whole)).toEqual({
      kind: 'differs',
      listed: 2,
      reason: 'The platform doesn’t say what “soon” means; the list counts 30 days.',
    })
  })

  it.each(['reading', 'unreadable', 'moved', 'no-total', 'total-differs'] as const)(
    'compares no figure with a list that may lack plants: %s',
    (gap) => {
      const check = checkFigure('expired', { expired: 1 }, listed, { kind: 'incomplete', gap })
      expect(check).toEqual({ kind: 'not-compared', gap })
    },
  )

  it('returns nothing for a figure that the platform did not send', () => {
    expect(checkFigure('expired', { expired: null }, listed, whole)).toBeUndefined()
    expect(checkFigure('expired', {}, listed, whole)).toBeUndefined()
  })
})

describe('coverageText', () => {
  it.each([
    [3_200, 12_400, '3,200 of 12,400 plants loaded.'],
    [5, 4, '5 of 5 plants loaded.'],
    [5, null, '5 plants loaded; the total is unknown.'],
    [0, undefined, 'The list of plants is still loading.'],
    [0, 0, 'There are no plants yet.'],
  ])('%i of %s', (plants, total, text) => {
    expect(coverageText({ plants, total, completeness: { kind: 'probable' } })).toBe(text)
  })

  it('states why the list may lack plants', () => {
    const completeness = { kind: 'incomplete', gap: 'unreadable' } as const
    const text = '5 of 6 plants loaded. Some couldn’t be read.'
    expect(coverageText({ plants: 5, total: 6, completeness })).toBe(text)
  })

  it('doesn’t promise a list that can’t be read', () => {
    const error = new Error('down')
    const completeness = { kind: 'incomplete', gap: 'reading' } as const
    expect(coverageText({ plants: 0, total: undefined, completeness, error })).toBe(
      'The list of plants couldn’t be loaded.',
    )
    expect(coverageText({ plants: 1, total: 2, completeness, error })).toBe('1 of 2 plants loaded.')
  })
})
