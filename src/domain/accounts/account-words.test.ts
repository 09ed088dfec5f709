import { expect, it, test } from 'vitest'
import { accountStateMeaning, roleLabel, roleRights } from './account-words'
import { accountRoleSchema } from '@/api/account-schemas'

const account = { id: 'u1', username: 'ada', role: 'admin', state: 'ACTIVE' }

test.each([
  ['ACTIVE', 'Active', 'ok'],
  ['DISABLED', 'Disabled', 'warn'],
  ['LOCKED', 'LOCKED', 'neutral'],
])('the state %s is shown as %s', (state, label, tone) => {
  expect(accountStateMeaning({ ...account, state })).toMatchObject({ label, tone })
})

it('distinguishes an unreadable state from a missing one', () => {
  const unread = { ...account, state: '', unreadable: ['state'] }
  expect(accountStateMeaning(unread).label).toBe('Unreadable')
  expect(accountStateMeaning({ ...account, state: '' }).label).toBe('Not given')
})

it('names every role and its rights, and keeps unknown ones', () => {
  expect(accountRoleSchema.options.map(roleLabel)).toEqual([
    'Super administrator',
    'Administrator',
    'Operator',
    'Support',
  ])
  expect(Object.keys(roleRights)).toEqual(accountRoleSchema.options)
  expect([roleLabel('auditor'), roleLabel('')]).toEqual(['auditor', ''])
})
