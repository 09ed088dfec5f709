import { describe, expect, it } from 'vitest'
import {
  type ConfirmedAction,
  consequencesOf,
  gentlerActions,
  isConfirmed,
  isDestructive,
  isFinal,
} from './consequences'
import { plantActions } from './plant-action-names'

const nowMs = Date.parse('2026-03-01T12:00:00Z')
const confirmed = plantActions.filter(isConfirmed)
const plant = (lifecycleStatus: string, status: string, authMethod = 'MTLS') => ({
  lifecycleStatus,
  status,
  authMethod,
  certificateExpiresAt: '2027-01-01T00:00:00Z',
  lastSeenAt: null,
})
const said = (action: ConfirmedAction, ...args: Parameters<typeof plant>) =>
  consequencesOf(action, plant(...args), nowMs).join(' ')

describe('consequencesOf', () => {
  it.each<[ConfirmedAction, Parameters<typeof plant>, RegExp]>([
    ['suspend', ['ACTIVE', 'ONLINE'], /session is cut at once.*can be reactivated at any time/],
    ['suspend', ['ACTIVE', 'DEGRADED'], /session is cut at once/],
    ['suspend', ['ACTIVE', 'OFFLINE'], /not connected now, and is not let in/],
    ['suspend', ['ACTIVE', 'UNKNOWN'], /If it is connected/],
    ['reactivate', ['SUSPENDED', 'OFFLINE'], /let in again.*comes back when its controller/],
    ['revoke', ['ACTIVE', 'ONLINE'], /cut at once.*revocation list.*cannot be undone/],
    ['revoke', ['SUSPENDED', 'OFFLINE', 'TOKEN'], /not connected now.*tokens and its secret end/],
    ['revoke', ['ACTIVE', 'ONLINE', 'PASSWORD'], /password and its secret end/],
    ['revoke', ['ACTIVE', 'ONLINE', 'KERBEROS'], /Its credentials end/],
    ['delete', ['ACTIVE', 'ONLINE'], /gone for good.*session is cut at once/],
    ['delete', ['PENDING', 'OFFLINE'], /gone for good.*no credentials yet/],
    ['delete', ['PROVISIONED', 'OFFLINE'], /can no longer be used/],
    ['delete', ['SUSPENDED', 'OFFLINE'], /not let in again/],
    ['delete', ['REVOKED', 'OFFLINE'], /have ended already/],
    ['delete', ['FROZEN', 'ASLEEP'], /gone for good.*If it is connected/],
    ['provision', ['PENDING', 'OFFLINE'], /first credentials; nothing that is in use ends/],
    ['provision', ['PROVISIONED', 'OFFLINE'], /issued before ends at once/],
    [
      'provision',
      ['ACTIVE', 'ONLINE'],
      /present certificate and secret end at once.*disconnected and stays out until/,
    ],
    ['provision', ['ACTIVE', 'OFFLINE', 'TOKEN'], /present tokens.*not connected now, and stays/],
    [
      'provision',
      ['SUSPENDED', 'OFFLINE', 'PASSWORD'],
      /present password.*until it is reactivated/,
    ],
    ['provision', ['REVOKED', 'OFFLINE'], /those that ended do not come back/],
    ['provision', ['FROZEN', 'ASLEEP', 'KERBEROS'], /issued before end.*stays out until/],
    ['download', ['ACTIVE', 'ONLINE'], /shown again; nothing changes/],
    ['rotate-secret', ['ACTIVE', 'ONLINE'], /both hold for 60 minutes.*stays connected/],
    ['rotate-secret', ['ACTIVE', 'OFFLINE'], /somebody has to bring the new secret/],
    ['mqtt-token', ['ACTIVE', 'ONLINE', 'TOKEN'], /hold until they expire; nothing is discon/],
  ])('%s of a plant that is %j', (action, state, words) => {
    expect(said(action, ...state)).toMatch(words)
  })

  it('says that an expired certificate keeps a reactivated plant out, but no token plant', () => {
    const expired = {
      ...plant('SUSPENDED', 'OFFLINE'),
      certificateExpiresAt: '2026-03-01T11:59:59Z',
    }
    expect(consequencesOf('reactivate', expired, nowMs).join(' ')).toContain('has expired')
    const byToken = { ...expired, authMethod: 'TOKEN' }
    expect(consequencesOf('reactivate', byToken, nowMs).join(' ')).not.toContain('has expired')
  })

  it('has whole sentences for every action in every state, each said once', () => {
    for (const action of confirmed) {
      for (const state of ['PENDING', 'ACTIVE', 'SUSPENDED', '__proto__', '']) {
        for (const status of ['ONLINE', 'OFFLINE', 'UNKNOWN', '']) {
          const sentences = consequencesOf(action, plant(state, status, 'toString'), nowMs)
          expect(sentences.length).toBeGreaterThan(1)
          expect(new Set(sentences).size).toBe(sentences.length)
          for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/)
        }
      }
    }
  })
})

it('offers what can be taken back before what cannot, and asks proof for the latter', () => {
  expect(gentlerActions.delete).toEqual(['suspend', 'revoke'])
  expect(gentlerActions.revoke).toEqual(['suspend'])
  expect(confirmed.filter(isFinal)).toEqual(['revoke', 'delete'])
})

it('leaves editing and moving to forms of their own', () => {
  expect(plantActions.filter((action) => !isConfirmed(action))).toEqual(['edit', 'move'])
})

it.each([
  ['PENDING', false],
  ['PROVISIONED', false],
  ['ACTIVE', true],
  ['SUSPENDED', true],
  ['REVOKED', false],
  ['FROZEN', true],
])('takes provisioning a plant that is %s for destructive: %s', (lifecycleStatus, expected) => {
  expect(isDestructive('provision', { lifecycleStatus })).toBe(expected)
  expect(isDestructive('suspend', { lifecycleStatus })).toBe(false)
  expect(isDestructive('revoke', { lifecycleStatus })).toBe(true)
})
