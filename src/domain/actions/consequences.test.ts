import { describe, expect, it } from 'vitest'
import {
  type ConfirmedAction,
  consequencesOf,
  gentlerActions,
  isConfirmed,
  isDestructive,
  isFinal,
  provisionSummary,
} from './consequences'
import { plantActions } from './plant-action-names'

const nowMs = Date.parse('2026-03-01T12:00:00Z')
const confirmed = plantActions.filter(isConfirmed)
const plant = (lifecycleStatus: string, status: string, authMethod = 'MTLS') => ({
  lifecycleStatus,
  status,
  authMethod,
  certificateExpiresAt: lifecycleStatus === 'PENDING' ? null : '2027-01-01T00:00:00Z',
  lastSeenAt: null,
})
const said = (action: ConfirmedAction, ...args: Parameters<typeof plant>) =>
  consequencesOf(action, plant(...args), nowMs).join(' ')

describe('consequencesOf', () => {
  it.each<[ConfirmedAction, Parameters<typeof plant>, RegExp]>([
    ['suspend', ['ACTIVE', 'ONLINE'], /disconnected immediately.*can be reactivated at any time/],
    ['suspend', ['ACTIVE', 'DEGRADED'], /disconnected immediately/],
    ['suspend', ['ACTIVE', 'OFFLINE'], /isn’t connected now. After this, it cannot connect/],
    ['suspend', ['ACTIVE', 'UNKNOWN'], /If the plant is connected/],
    ['reactivate', ['SUSPENDED', 'OFFLINE'], /can connect again.*connects when its controller/],
    ['revoke', ['ACTIVE', 'ONLINE'], /disconnected immediately.*revocation list.*cannot be undone/],
    [
      'revoke',
      ['SUSPENDED', 'OFFLINE', 'TOKEN'],
      /isn’t connected now.*tokens and its secret stop working/,
    ],
    ['revoke', ['ACTIVE', 'ONLINE', 'PASSWORD'], /password and its secret stop working/],
    ['revoke', ['ACTIVE', 'ONLINE', 'KERBEROS'], /Its credentials stop working/],
    ['delete', ['ACTIVE', 'ONLINE'], /permanently deleted.*disconnected immediately/],
    ['delete', ['PENDING', 'OFFLINE'], /permanently deleted.*no credentials yet/],
    ['delete', ['PROVISIONED', 'OFFLINE'], /package issued for the plant stops working/],
    ['delete', ['SUSPENDED', 'OFFLINE'], /cannot connect again/],
    ['delete', ['REVOKED', 'OFFLINE'], /are no longer valid, so nothing is disconnected/],
    ['delete', ['FROZEN', 'ASLEEP'], /permanently deleted.*If the plant is connected/],
    ['provision', ['PENDING', 'OFFLINE'], /has no credentials yet, so none stop working/],
    ['provision', ['PROVISIONED', 'OFFLINE'], /issued earlier stops working immediately/],
    [
      'provision',
      ['ACTIVE', 'ONLINE'],
      /current certificate and secret stop working.*disconnected and cannot connect until/,
    ],
    [
      'provision',
      ['ACTIVE', 'OFFLINE', 'TOKEN'],
      /current tokens.*isn’t connected now and cannot connect until/,
    ],
    ['provision', ['SUSPENDED', 'OFFLINE', 'PASSWORD'], /current password.*must be reactivated/],
    ['provision', ['REVOKED', 'OFFLINE'], /old credentials stay invalid/],
    [
      'provision',
      ['FROZEN', 'ASLEEP', 'KERBEROS'],
      /issued earlier stop working.*cannot connect until/,
    ],
    ['download', ['ACTIVE', 'ONLINE'], /shown again. Nothing changes/],
    ['rotate-secret', ['ACTIVE', 'ONLINE'], /Both secrets are valid for 1 hour.*stays connected/],
    ['rotate-secret', ['ACTIVE', 'OFFLINE'], /someone has to install the new secret/],
    [
      'mqtt-token',
      ['ACTIVE', 'ONLINE', 'TOKEN'],
      /stay valid until they expire. Nothing is disconnected/,
    ],
  ])('%s of a plant that is %j', (action, state, words) => {
    expect(said(action, ...state)).toMatch(words)
  })

  it('warns that a plant with an expired certificate cannot connect once it is reactivated, unless it uses tokens', () => {
    const expired = {
      ...plant('SUSPENDED', 'OFFLINE'),
      certificateExpiresAt: '2026-03-01T11:59:59Z',
    }
    const after = consequencesOf('reactivate', expired, nowMs).join(' ')
    expect(after).toContain('has expired')
    expect(after).not.toContain('can connect again')
    expect(consequencesOf('suspend', expired, nowMs).join(' ')).toContain('provisioned again')
    const byToken = { ...expired, authMethod: 'TOKEN' }
    expect(consequencesOf('reactivate', byToken, nowMs).join(' ')).not.toContain('has expired')
    expect(consequencesOf('suspend', byToken, nowMs).join(' ')).not.toContain('has expired')
  })

  it('has full sentences for every action in every state, without repetition', () => {
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

it('offers milder alternatives to irreversible actions, which need typed proof', () => {
  expect(gentlerActions.delete).toEqual(['suspend', 'revoke'])
  expect(gentlerActions.revoke).toEqual(['suspend'])
  expect(confirmed.filter(isFinal)).toEqual(['revoke', 'delete'])
})

it('excludes editing and moving, which have their own forms', () => {
  expect(plantActions.filter((action) => !isConfirmed(action))).toEqual(['edit', 'move'])
})

it.each([
  ['PENDING', false],
  ['PROVISIONED', false],
  ['ACTIVE', true],
  ['SUSPENDED', true],
  ['REVOKED', false],
  ['FROZEN', true],
])('treats provisioning a plant that is %s as destructive: %s', (lifecycleStatus, expected) => {
  expect(isDestructive('provision', { lifecycleStatus })).toBe(expected)
  expect(isDestructive('suspend', { lifecycleStatus })).toBe(false)
  expect(isDestructive('revoke', { lifecycleStatus })).toBe(true)
})

it('replaces the credentials that a pending plant already has', () => {
  const leaked = { ...plant('PENDING', 'OFFLINE'), certificateSerialNumber: '0F' }
  expect(isDestructive('provision', leaked)).toBe(true)
  expect(consequencesOf('provision', leaked, nowMs)).toContain(
    'Credentials issued earlier stop working.',
  )
  expect(consequencesOf('delete', leaked, nowMs).join(' ')).not.toContain('no credentials')
})

it.each([
  ['PENDING', 'UNKNOWN', /^Issues new credentials. The plant has no credentials yet/],
  ['PROVISIONED', 'OFFLINE', /^Issues new credentials. The package issued earlier stops working/],
  ['ACTIVE', 'ONLINE', /current certificate and secret stop working.*The plant is disconnected/],
  ['ACTIVE', 'OFFLINE', /stop working immediately. The plant isn’t connected now/],
  ['SUSPENDED', 'OFFLINE', /must be reactivated/],
  ['REVOKED', 'OFFLINE', /^Issues new credentials. Its old credentials stay invalid.$/],
])('summarizes provisioning a plant that is %s and %s as its confirmation does', (...args) => {
  const [lifecycleStatus, status, words] = args
  const summary = provisionSummary(plant(lifecycleStatus, status))
  expect(summary).toMatch(words)
  const effects = consequencesOf('provision', plant(lifecycleStatus, status), nowMs).slice(0, -1)
  expect(summary).toBe(`Issues new credentials. ${effects.join(' ')}`)
})
