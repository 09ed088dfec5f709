import { accountStateMeaning, roleLabel } from './account-words'
import type { Account } from '@/api/account-schemas'
import type { FactChange } from '@/domain/plant/plant-changes'
import { isUnreadable } from '@/lib/unreadable'

const facts: readonly {
  fact: string
  member: keyof Account
  word: (account: Account) => string
}[] = [
  { fact: 'Username', member: 'username', word: ({ username }) => username },
  { fact: 'Role', member: 'role', word: ({ role }) => roleLabel(role) },
  { fact: 'State', member: 'state', word: (account) => accountStateMeaning(account).label },
  {
    fact: 'API credentials issued',
    member: 'apiCredentials',
    word: ({ apiCredentials }) => (apiCredentials ? (apiCredentials.issuedAt ?? 'unknown') : ''),
  },
]

/** Lists the changes since the account was first shown that affect an action. */
export function accountChangesBetween(before: Account, now: Account): FactChange[] {
  return facts.flatMap(({ fact, member, word }) => {
    const read = (account: Account) =>
      isUnreadable(account, member) ? 'unreadable' : word(account)
    const [was, is] = [read(before), read(now)]
    return was === is ? [] : [{ fact, was, is }]
  })
}
