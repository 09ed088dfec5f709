import type { Account, AccountRole, AccountState } from '@/api/account-schemas'
import { describeRoles } from '@/domain/actions/permission'
import { type Meaning, meaningOf } from '@/domain/status/meaning'
import { isUnreadable } from '@/lib/unreadable'

/** States of an account, as `src/api/account-schemas.ts` names them. */
const accountStateMeanings: Record<AccountState, Meaning> = {
  ACTIVE: {
    label: 'Active',
    tone: 'ok',
    hint: 'Can sign in. Its API credentials, if it has any, work.',
  },
  DISABLED: {
    label: 'Disabled',
    tone: 'warn',
    hint: 'Can’t sign in. Its API credentials get no tokens.',
  },
}

/** Rights of each role, as a sentence about the account that has it. */
export const roleRights: Record<AccountRole, string> = {
  'super-admin': 'Does everything an administrator does, and moves plants between organizations.',
  admin: 'Creates, changes and provisions plants, sends commands, and manages accounts.',
  operator: 'Sends commands. Reads everything else, and issues no credentials.',
  support: 'Reads everything and changes nothing.',
}

/** Returns the meaning of an account's state; one that is unreadable is not taken for one that is missing. */
export function accountStateMeaning(account: Pick<Account, 'state' | 'unreadable'>): Meaning {
  return meaningOf(accountStateMeanings, account.state, isUnreadable(account, 'state'))
}

/** Returns a role in words; an unknown one keeps its raw name. */
export function roleLabel(role: string): string {
  return describeRoles({ roles: role === '' ? [] : [role] })
}
