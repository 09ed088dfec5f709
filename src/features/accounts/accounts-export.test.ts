import { expect, it } from 'vitest'
import { accountsExport } from './accounts-export'
import type { Account } from '@/api/account-schemas'

const readAtMs = Date.UTC(2026, 10, 22, 10)
const account: Account = {
  id: 'u1',
  username: 'ada',
  role: 'admin',
  state: 'ACTIVE',
  organizationId: 'o1',
  createdAt: '2026-11-01T00:00:00Z',
  lastSignInAt: null,
  apiCredentials: {
    clientUsername: 'ada.api',
    issuedAt: '2026-11-02T00:00:00Z',
    lastUsedAt: '2026-11-22T09:00:00Z',
    callsToday: 340,
  },
}
const lost: Account = {
  id: 'u2',
  username: 'grace',
  role: '',
  state: '',
  apiCredentials: null,
  unreadable: ['role', 'state', 'apiCredentials'],
}

const tableOf = (found: Account[], text: string, hasMore = false) =>
  accountsExport({
    read: { accounts: [account, lost], unreadableRows: hasMore ? 3 : 0, total: 5, hasMore },
    found,
    text,
    readAtMs,
    exportedAtMs: readAtMs + 60_000,
  })

it('writes each account as worded on screen, without any secret', () => {
  const { columns, rows, fileName } = tableOf([account, lost], '')
  expect(fileName).toBe('accounts-2026-11-22')
  expect(columns.map(({ heading }) => heading)).toEqual([
    'Username',
    'Role',
    'State',
    'Last password sign-in',
    'Client Username',
    'API credentials issued',
    'API credentials last used',
    'Calls today',
    'Created',
    'Organization ID',
    'ID',
  ])
  const times = ['2026-11-02T00:00:00Z', '2026-11-22T09:00:00Z', '2026-11-01T00:00:00Z']
  const [issuedMs, usedMs, createdMs] = times.map((time) => Date.parse(time))
  const none = 'unreadable'
  expect([...rows]).toEqual([
    [
      'ada',
      'Administrator',
      'Active',
      null,
      'ada.api',
      issuedMs,
      usedMs,
      340,
      createdMs,
      'o1',
      'u1',
    ],
    ['grace', none, none, null, none, none, none, none, null, undefined, 'u2'],
  ])
})

it('states the search and what was read', () => {
  const { about } = tableOf([account], ' ada ', true)
  expect(about.map(({ label, text }) => `${label}: ${text}`)).toEqual([
    'Filter: Contains: ada',
    'Rows: 1 of 5 accounts',
    'Data as of: 2026-11-22 10:00:00 UTC',
    'Exported: 2026-11-22 10:01:00 UTC',
    'Read: Only the first 2 accounts',
    'Couldn’t be read: 3 more',
  ])
  expect(tableOf([account], '').about[0]?.text).toBe('None')
})
