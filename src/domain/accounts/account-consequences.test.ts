import { describe, expect, it, test } from 'vitest'
import { accountConsequences, whyAccountImpossible } from './account-consequences'
import type { Account } from '@/api/account-schemas'

const account: Account = { id: 'u1', username: 'ada', role: 'operator', state: 'ACTIVE' }
const withCredentials: Account = {
  ...account,
  apiCredentials: { clientUsername: 'ada.api', issuedAt: null, lastUsedAt: null },
}
const said = (...given: Parameters<typeof accountConsequences>) =>
  accountConsequences(...given).join(' ')

describe('consequences', () => {
  it('says that disabling ends sessions and tokens immediately, and deletes nothing', () => {
    const words = said('disable', account, 'operator')
    expect(words).toContain('All sessions end and the tokens of its API credentials stop')
    expect(words).toContain('Nothing is deleted.')
  })

  it('names the new role and its rights', () => {
    expect(said('role', account, 'support')).toContain('Support. Reads everything')
    expect(said('role', account, 'support')).not.toContain('API credentials')
    expect(said('role', withCredentials, 'support')).toContain('programs that use its API')
  })

  it('tells the first generation from another one, which invalidates what there is', () => {
    expect(said('generate', account, 'operator')).toContain('The platform creates')
    const again = said('generate', withCredentials, 'operator')
    expect(again).toContain('stop working immediately')
    for (const words of [again, said('generate', account, 'operator')]) {
      expect(words).toContain('shown once')
      expect(words).toContain('counts as done by this user')
    }
  })

  it('mentions API credentials after enabling only when there are some', () => {
    expect(said('enable', account, 'operator')).not.toContain('API')
    expect(said('enable', withCredentials, 'operator')).toContain('get tokens again')
  })
})

const actor = { username: 'grace', whyNoSuperAdmins: 'Only super administrators.' }

test.each([
  ['disable', { state: 'DISABLED' }, 'disabled already'],
  ['enable', {}, 'active already'],
  ['generate', { state: 'DISABLED' }, 'Enable it first'],
  ['generate', { role: 'super-admin' }, 'Only super administrators.'],
  ['role', { role: 'super-admin' }, 'Only super administrators.'],
  ['role', { username: 'grace' }, 'your own account'],
  ['disable', { username: 'grace' }, 'your own account'],
] as const)('%s of %j is impossible: %s', (action, members, part) => {
  expect(whyAccountImpossible(action, { ...account, ...members }, actor)).toContain(part)
})

it('leaves what it doesn’t know to the server', () => {
  const locked = { ...account, state: 'LOCKED' }
  for (const action of ['disable', 'enable', 'generate', 'role'] as const) {
    expect(whyAccountImpossible(action, locked, actor)).toBeUndefined()
  }
})

it('lets users generate API credentials for themselves', () => {
  expect(whyAccountImpossible('generate', { ...account, username: 'grace' }, actor)).toBeUndefined()
})
