import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { AccountCreation, AccountCreationFooter, AccountEvidence } from './account-creation'
import { NewAccountForm } from './new-account-form'
import { type AccountFound, useAccountFound } from './use-account-found'
import type { NewAccount } from '@/api/account-schemas'
import { accountQueries, createAccount } from '@/api/accounts'
import { CreationDialog } from '@/attempts/creation-dialog'
import { useAttempt } from '@/attempts/use-attempt'
import { isPathSegment } from '@/lib/path-segment'
import { visibleText } from '@/ui/visible-text'

export interface NewAccountProps {
  onClose: () => void
  onOpenAccount: (userId: string) => void
}

/** The accounts that were listed before the first attempt for a username. */
interface KnownAccounts {
  username: string
  ids: ReadonlySet<string>
}

/** Dialog that creates an account. After a refusal or an unknown outcome it looks for the username in the list. */
export function NewAccountDialog({ onClose, onOpenAccount }: NewAccountProps) {
  const { mutateAsync } = useMutation(createAccount)
  const attempt = useAttempt({
    send: (account: NewAccount) => mutateAsync(account),
    describe: ({ username }) => `Creating ${visibleText(username)}`,
    // Not called during this render: `found` is defined below, because it depends on the attempt.
    isDone: () => found.isDone,
  })
  const queryClient = useQueryClient()
  const [known, setKnown] = useState<KnownAccounts>({ username: '', ids: new Set() })
  const found: AccountFound = useAccountFound(attempt.failed, known.ids)

  const create = (account: NewAccount) => {
    const listed = queryClient.getQueryData(accountQueries.every().queryKey)
    const ids = new Set(listed?.accounts.map(({ id }) => id))
    // An earlier attempt for this username may have created what the list has by now.
    setKnown((current) =>
      current.username === account.username ? current : { username: account.username, ids },
    )
    return attempt.run(async ({ deliver, showToast, isShown, finish }) => {
      const result = await deliver(account)
      // Failures are shown in the dialog.
      if ('error' in result) return
      finish()
      const { id, username } = result.response
      showToast({ tone: 'ok', title: 'Account created', detail: visibleText(username) })
      if (!isShown()) return
      if (isPathSegment(id)) onOpenAccount(id)
      else onClose()
    })
  }

  return (
    <CreationDialog
      noun="account"
      description="Tell the user the password in a secure way. It isn’t shown again."
      {...{ attempt, found, onClose }}
      renderForm={(props) => <NewAccountForm {...props} onSubmit={create} />}
      evidence={<AccountEvidence found={found} />}
      renderOutcome={(failed) => <AccountCreation failed={failed} found={found} />}
      outcomeFooter={
        <AccountCreationFooter {...{ found, onClose, onOpenAccount }} onBack={attempt.forget} />
      }
    />
  )
}
