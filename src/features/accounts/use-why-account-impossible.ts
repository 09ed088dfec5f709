import type { Account } from '@/api/account-schemas'
import { usePerson } from '@/api/session/session-context'
import { type AccountAction, whyAccountImpossible } from '@/domain/accounts/account-consequences'
import { useWhyForbidden } from '@/plant-ui/use-why-forbidden'

/** Returns a function that tells why the signed-in user can't perform an action on an account; undefined when the server decides. */
export function useWhyAccountImpossible(): (
  action: AccountAction,
  account: Account,
) => string | undefined {
  const username = usePerson()?.username
  const whyForbidden = useWhyForbidden()
  const actor = { username, whyNoSuperAdmins: whyForbidden('manageSuperAdmins') }
  return (action, account) =>
    whyForbidden('manageAccounts') ?? whyAccountImpossible(action, account, actor)
}
