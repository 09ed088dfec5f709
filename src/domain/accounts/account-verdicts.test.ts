import { describe, expect, it, test } from 'vitest'
import { accountCreationVerdict, changeVerdict, generationVerdict } from './account-verdicts'
import type { Account } from '@/api/account-schemas'

const account: Account = { id: 'u1', username: 'ada', role: 'operator', state: 'ACTIVE' }

test.each([
  [{ state: 'DISABLED' }, {}, 'not-done', 'the state is Active'],
  [{ state: 'DISABLED' }, { state: 'DISABLED' }, 'done', 'the state is Disabled'],
  [{ role: 'admin' }, { role: 'admin' }, 'done', 'the role is Administrator'],
  [{ role: 'admin' }, {}, 'not-done', 'the role is Operator'],
  [{ role: 'admin' }, { role: '', unreadable: ['role'] }, 'cannot-tell', 'in full'],
  [{ state: 'ACTIVE' }, { state: '', unreadable: ['state'] }, 'cannot-tell', 'in full'],
  [{ state: 'ACTIVE' }, { role: '', unreadable: ['role'] }, 'done', 'Active'],
] as const)('after %j, an account of %j means %s: %s', (change, members, kind, part) => {
  const verdict = changeVerdict(change, { ...account, ...members })
  expect(verdict.kind).toBe(kind)
  expect(verdict.evidence).toContain(part)
})

describe('generationVerdict', () => {
  const issued = (issuedAt: string | null): Account => ({
    ...account,
    apiCredentials: { clientUsername: 'ada.api', issuedAt, lastUsedAt: null },
  })
  const [earlier, later] = ['2026-11-01T00:00:00Z', '2026-11-22T10:00:00Z']
  const lost = { ...account, apiCredentials: null, unreadable: ['apiCredentials'] }

  test.each([
    [account, issued(later), 'done'],
    [account, account, 'not-done'],
    [issued(earlier), issued(later), 'done'],
    [issued(earlier), issued(earlier), 'not-done'],
    [issued(null), issued(later), 'cannot-tell'],
    [issued(earlier), issued(null), 'cannot-tell'],
    [issued(earlier), lost, 'cannot-tell'],
    [lost, issued(later), 'cannot-tell'],
  ])('case %#', (before, after, kind) => {
    expect(generationVerdict(before, after).kind).toBe(kind)
  })

  it('names the time at which new ones were issued', () => {
    expect(generationVerdict(issued(earlier), issued(later)).at).toBe(later)
  })
})

describe('accountCreationVerdict', () => {
  const endedAtMs = Date.UTC(2026, 10, 22, 10)
  const sent = { username: 'ada', role: 'operator' } as const
  const read = (
    accounts: Account[],
    more: { hasMore?: boolean; unreadableRows?: number } = {},
  ) => ({
    accounts,
    unreadableRows: 0,
    total: undefined,
    hasMore: false,
    ...more,
  })
  const kindOf = (...given: Parameters<typeof read>) =>
    accountCreationVerdict(read(...given), sent, endedAtMs).kind

  it('knows the accounts that were listed before, however young they are', () => {
    const young = { ...account, createdAt: '2026-11-22T09:59:58Z' }
    const { kind } = accountCreationVerdict(read([young]), sent, endedAtMs, new Set(['u1']))
    expect(kind).toBe('not-done')
  })

  it('finds the new account by its username, unless it is older', () => {
    expect(kindOf([{ ...account, createdAt: '2026-11-22T09:59:58Z' }])).toBe('done')
    expect(kindOf([{ ...account, createdAt: '2026-10-01T00:00:00Z' }])).toBe('cannot-tell')
    expect(kindOf([account])).toBe('cannot-tell')
    const createdAt = '2026-11-22T09:59:58Z'
    expect(kindOf([{ ...account, createdAt, role: 'admin' }])).toBe('cannot-tell')
  })

  it('concludes nothing from a list that could not be read to its end', () => {
    expect(kindOf([])).toBe('not-done')
    expect(kindOf([], { hasMore: true })).toBe('cannot-tell')
    expect(kindOf([], { unreadableRows: 1 })).toBe('cannot-tell')
  })
})
