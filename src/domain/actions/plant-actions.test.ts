import { describe, expect, it } from 'vitest'
import { type PlantAction, plantActions } from './plant-action-names'
import { whyDoubtful, whyImpossible } from './plant-actions'
import { secretGraceEndsMs } from '@/domain/credentials/secret-grace'
import { minuteMs } from '@/lib/instants'

const nowMs = Date.parse('2026-03-01T12:00:00Z')
const plant = (lifecycleStatus: string, more = {}) => ({
  lifecycleStatus,
  authMethod: 'TOKEN',
  ...more,
})
const possible = (state: string) =>
  plantActions.filter(
    (action) => whyImpossible(action, plant(state), nowMs, undefined) === undefined,
  )
const always: PlantAction[] = ['edit', 'move']

describe('whyImpossible', () => {
  it.each<[string, PlantAction[]]>([
    ['PENDING', [...always, 'delete', 'provision', 'mqtt-token']],
    [
      'PROVISIONED',
      [
        ...always,
        'suspend',
        'revoke',
        'delete',
        'provision',
        'download',
        'rotate-secret',
        'mqtt-token',
      ],
    ],
    [
      'ACTIVE',
      [
        ...always,
        'suspend',
        'revoke',
        'delete',
        'provision',
        'download',
        'rotate-secret',
        'mqtt-token',
      ],
    ],
    [
      'SUSPENDED',
      [
        ...always,
        'reactivate',
        'revoke',
        'delete',
        'provision',
        'download',
        'rotate-secret',
        'mqtt-token',
      ],
    ],
    ['REVOKED', [...always, 'delete', 'provision', 'download', 'mqtt-token']],
    ['DECOMMISSIONED', [...always, 'delete', 'download']],
  ])('offers a plant that is %s the actions that make sense', (state, actions) => {
    expect(possible(state)).toEqual(actions)
  })

  it('leaves a pending plant that has credentials to the server', () => {
    const leaked = plant('PENDING', { certificateSerialNumber: '0F', secretRotatedAt: null })
    expect(whyImpossible('revoke', leaked, nowMs, undefined)).toBeUndefined()
    expect(whyImpossible('suspend', leaked, nowMs, undefined)).toBeUndefined()
  })

  it('leaves every action to the server in an unknown state', () => {
    expect(possible('FROZEN')).toEqual([...plantActions])
    expect(possible('toString')).toEqual([...plantActions])
  })

  it.each([
    ['MTLS', false],
    ['PASSWORD', false],
    ['TOKEN', true],
    ['SMOKE_SIGNS', true],
  ])('offers a token to %s: %s', (authMethod, isOffered) => {
    const reason = whyImpossible('mqtt-token', plant('ACTIVE', { authMethod }), nowMs, undefined)
    expect(reason === undefined).toBe(isOffered)
  })
})

describe('the grace period after a rotation', () => {
  const rotated = (state: string) => plant(state, { secretRotatedAt: '2026-03-01T11:30:00Z' })

  it.each([
    ['2026-03-01T11:00:00.000Z', false],
    ['2026-03-01T11:00:00.001Z', true],
    ['2026-03-01T12:00:01Z', true],
    ['2026-03-01T12:05:00Z', true],
    ['2026-03-01T12:05:01Z', false],
    ['9999-12-31T23:59:59Z', false],
    [null, false],
    ['0000-00-00T00:00:00Z', false],
    ['yesterday', false],
  ])('of a secret rotated at %s is in progress: %s', (secretRotatedAt, holds) => {
    const subject = plant('ACTIVE', { secretRotatedAt })
    expect(whyImpossible('rotate-secret', subject, nowMs, undefined) !== undefined).toBe(holds)
    expect(secretGraceEndsMs(subject, nowMs) !== undefined).toBe(holds)
  })

  it('ends an hour after the rotation', () => {
    expect(secretGraceEndsMs(rotated('ACTIVE'), nowMs)).toBe(Date.parse('2026-03-01T12:30:00Z'))
  })

  it('ends at the time the platform stated', () => {
    const tenMinutesMs = 600_000
    expect(secretGraceEndsMs(rotated('ACTIVE'), nowMs, 4 * tenMinutesMs)).toBe(nowMs + tenMinutesMs)
    expect(secretGraceEndsMs(rotated('ACTIVE'), nowMs, 3 * tenMinutesMs)).toBeUndefined()
  })

  it('rules out another rotation for as long as the platform stated', () => {
    const reason = (graceMs: number | undefined) =>
      whyImpossible('rotate-secret', rotated('ACTIVE'), nowMs, graceMs)
    expect(reason(undefined)).toContain('rotated less than 1 hour ago')
    expect(reason(30 * minuteMs + 1)).toContain('The previous secret is still valid')
    expect(reason(30 * minuteMs)).toBeUndefined()
    expect(reason(0)).toBeUndefined()
  })

  it.each(['REVOKED', 'DECOMMISSIONED'])('does not exist when the plant is %s', (state) => {
    expect(secretGraceEndsMs(rotated(state), nowMs)).toBeUndefined()
  })
})

describe('whyDoubtful', () => {
  it('warns only about actions that the documentation leaves open', () => {
    expect(whyDoubtful('provision', { lifecycleStatus: 'REVOKED' })).toMatch(/may refuse/)
    expect(whyDoubtful('provision', { lifecycleStatus: 'ACTIVE' })).toBeUndefined()
    expect(whyDoubtful('edit', { lifecycleStatus: 'REVOKED' })).toBeUndefined()
    expect(whyDoubtful('suspend', { lifecycleStatus: 'FROZEN' })).toBeUndefined()
  })
})
