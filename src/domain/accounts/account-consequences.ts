import { roleLabel, roleRights } from './account-words'
import type { Account, AccountRole } from '@/api/account-schemas'

/** A change of an account that is confirmed before it is sent. */
export type AccountAction = 'role' | 'disable' | 'enable' | 'generate'

/** Returns the consequences of an action on an account, in its present state, as sentences. `role` is the new one. */
export function accountConsequences(
  action: AccountAction,
  account: Account,
  role: AccountRole,
): string[] {
  switch (action) {
    case 'role':
      return [
        `From its next request on, the account has these rights: ${roleLabel(role)}. ${roleRights[role]}`,
        ...(account.apiCredentials
          ? ['The same applies to programs that use its API credentials.']
          : []),
        'Open sessions stay open.',
      ]
    case 'disable':
      return [
        'All sessions end and the tokens of its API credentials stop working immediately.',
        'Until the account is enabled again, no one can sign in with it or get a token with its API credentials.',
        'Nothing is deleted.',
      ]
    case 'enable':
      return [
        'The user can sign in again with the same password.',
        ...(account.apiCredentials
          ? ['Its API credentials get tokens again. Tokens issued earlier stay invalid.']
          : []),
      ]
    case 'generate':
      return account.apiCredentials ? again : first
  }
}

const shownOnce =
  'Client Password, Client ID and Client Secret are shown once. Record all four pieces before you close the dialog.'
const asUser = 'Everything done with these credentials counts as done by this user.'

const first = [
  'The platform creates a Client Username, a Client Password, a Client ID and a Client Secret.',
  shownOnce,
  asUser,
]

const again = [
  'The current Client Password, Client ID and Client Secret stop working immediately, and so do the tokens issued with them.',
  shownOnce,
  asUser,
]

/** The signed-in user, as far as it matters here. */
interface Actor {
  username: string | undefined
  /** The reason why the user can't manage super administrators. */
  whyNoSuperAdmins: string | undefined
}

/** Returns why an action is impossible on an account; undefined when the server decides. */
export function whyAccountImpossible(
  action: AccountAction,
  account: Account,
  { username, whyNoSuperAdmins }: Actor,
): string | undefined {
  if (account.role === 'super-admin' && whyNoSuperAdmins) return whyNoSuperAdmins
  if (action === 'generate') {
    return account.state === 'DISABLED' ? 'The account is disabled. Enable it first.' : undefined
  }
  if (account.username === username && username !== '') {
    return 'You can’t change the role or state of your own account. Ask another administrator.'
  }
  if (action === 'disable' && account.state === 'DISABLED')
    return 'The account is disabled already.'
  if (action === 'enable' && account.state === 'ACTIVE') return 'The account is active already.'
  return undefined
}
