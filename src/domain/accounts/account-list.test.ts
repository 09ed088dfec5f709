import { expect, it, test } from 'vitest'
import { describeCoverage, findAccounts } from './account-list'
import type { Account } from '@/api/account-schemas'

const account = (username: string, more: Partial<Account> = {}): Account => ({
  id: username,
  username,
  role: 'operator',
  state: 'ACTIVE',
  ...more,
})

const accounts = [
  account('Řehoř'),
  account('grace', { role: 'admin' }),
  account('ada', { state: 'DISABLED' }),
  account('Ada2', { role: 'auditor' }),
]

const found = (text: string) => findAccounts(accounts, text).map(({ username }) => username)

it('orders the accounts by username, whatever the case', () => {
  expect(found('')).toEqual(['ada', 'Ada2', 'grace', 'Řehoř'])
})

test.each([
  ['rehor', ['Řehoř']],
  ['ADA', ['ada', 'Ada2']],
  ['administrator', ['grace']],
  ['ada disabled', ['ada']],
  ['auditor', ['Ada2']],
  ['nobody', []],
])('the search “%s” finds %j', (text, usernames) => {
  expect(found(text)).toEqual(usernames)
})

test.each([
  [{ unreadableRows: 0, total: 4, hasMore: false }, 'All 4 accounts'],
  [{ unreadableRows: 2, total: 6, hasMore: false }, 'All 4 accounts, and 2 more couldn’t be read'],
  [{ unreadableRows: 0, total: 5_310, hasMore: true }, 'The first 4 of 5,310 accounts'],
  [
    { unreadableRows: 0, total: undefined, hasMore: true },
    'The first 4 of an unknown number of accounts',
  ],
])('with %j the search covers: %s', (read, words) => {
  expect(describeCoverage({ accounts, ...read })).toBe(words)
})

test.each([
  [0, 'The only account'],
  [2, '1 account, and 2 more couldn’t be read'],
])('with one account and %i unreadable ones it covers: %s', (unreadableRows, words) => {
  const read = { total: undefined, hasMore: false, unreadableRows }
  expect(describeCoverage({ accounts: [account('ada')], ...read })).toBe(words)
})
