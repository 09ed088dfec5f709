import { expect, it } from 'vitest'
import { accountChangesBetween } from './account-changes'
import type { Account } from '@/api/account-schemas'

const account: Account = { id: 'u1', username: 'ada', role: 'admin', state: 'ACTIVE' }

it('finds no change in what an action doesn’t depend on', () => {
  expect(accountChangesBetween(account, { ...account, lastSignInAt: 'now' })).toEqual([])
})

it('names what another administrator has changed, in words', () => {
  const now: Account = {
    ...account,
    role: 'support',
    state: 'DISABLED',
    apiCredentials: { clientUsername: 'a', issuedAt: '2026-11-22T10:00:00Z', lastUsedAt: null },
  }
  expect(accountChangesBetween(account, now)).toEqual([
    { fact: 'Role', was: 'Administrator', is: 'Support' },
    { fact: 'State', was: 'Active', is: 'Disabled' },
    { fact: 'API credentials issued', was: '', is: '2026-11-22T10:00:00Z' },
  ])
})

it('tells an unreadable value from a missing one', () => {
  const now = { ...account, role: '', unreadable: ['role'] }
  expect(accountChangesBetween(account, now)).toEqual([
    { fact: 'Role', was: 'Administrator', is: 'unreadable' },
  ])
})
