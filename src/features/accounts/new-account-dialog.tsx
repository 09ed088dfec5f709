import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { AccountCreation, AccountCreationFooter, AccountEvidence } from './account-creation'
import { NewAccountForm } from './new-account-form'
import { type AccountFound, useAccountFound } from './use-account-found'
import type { NewAccount } from '@/api/account-schemas'
import { accountQueries, createAccount } from '@/api/accounts'
import { retryAtOf } from '@/api/errors'
import { useAttempt } from '@/attempts/use-attempt'
import { type FailedAttempt, outcomeTitle } from '@/domain/actions/attempt'
import { isPathSegment } from '@/lib/path-segment'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { FormFooter } from '@/ui/form-footer'
import { useRetryWait } from '@/ui/retry-wait'
import { useFormClosing } from '@/ui/use-form-closing'
import { visibleText } from '@/ui/visible-text'

export interface NewAccountProps {
  onClose: () => void
  onOpenAccount: (userId: string) => void
}

const formId = 'new-account'

/** The accounts that were listed before the first attempt for a username. */
interface KnownAccounts {
  username: string
  ids: ReadonlySet<string>
}

/** Dialog that creates an account. After a refusal or an unknown outcome it looks for the username in the list. */
export function NewAccountDialog({ onClose, onOpenAccount }: NewAccountProps) {
  const { mutateAsync } = useMutation(createAccount)
  const [isDirty, setIsDirty] = useState(false)
  const { run, isSending, failed, isUnknown, forget } = useAttempt({
    send: (account: NewAccount) => mutateAsync(account),
    describe: ({ username }) => `Creating ${visibleText(username)}`,
    // Not called during this render: `found` is defined below, because it depends on the attempt.
    isDone: () => found.isDone,
  })
  const queryClient = useQueryClient()
  const [known, setKnown] = useState<KnownAccounts>({ username: '', ids: new Set() })
  const found: AccountFound = useAccountFound(failed, known.ids)
  const hasOutcome = failed !== undefined && (isUnknown || found.isDone)
  const closing = useFormClosing({ isDirty, isBusy: isSending || hasOutcome, onClose })
  const waitReason = useRetryWait(retryAtOf(failed?.error))

  const create = (account: NewAccount) => {
    const listed = queryClient.getQueryData(accountQueries.every().queryKey)
    const ids = new Set(listed?.accounts.map(({ id }) => id))
    // An earlier attempt for this username may have created what the list has by now.
    setKnown((current) =>
      current.username === account.username ? current : { username: account.username, ids },
    )
    return run(async ({ deliver, showToast, isShown, finish }) => {
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
    <Dialog
      isOpen
      onClose={closing.request}
      isDismissable={!isSending && !hasOutcome}
      size="md"
      title={(hasOutcome && titleOf(failed, found)) || 'New account'}
      description={
        hasOutcome ? undefined : 'Tell the user the password in a secure way. It isn’t shown again.'
      }
      footer={
        hasOutcome ? (
          <AccountCreationFooter {...{ found, onClose, onOpenAccount }} onBack={forget} />
        ) : (
          <FormFooter
            closing={closing}
            pendingReason={isSending ? 'The account is being created.' : null}
          >
            <Button
              key="save"
              type="submit"
              form={formId}
              variant="primary"
              isPending={isSending}
              disabledReason={waitReason}
            >
              Create account
            </Button>
          </FormFooter>
        )
      }
    >
      {/* Stays mounted below an outcome so that nothing typed is lost. */}
      <div hidden={hasOutcome} className="flex flex-col gap-4">
        <NewAccountForm
          id={formId}
          isShown={!hasOutcome}
          error={hasOutcome || isSending ? null : (failed?.error ?? null)}
          attempted={failed?.sent}
          onSubmit={create}
          onDirtyChange={setIsDirty}
        />
        <div role="status" className="empty:hidden">
          {found.isSought && !hasOutcome ? <AccountEvidence found={found} /> : null}
        </div>
      </div>
      {hasOutcome ? <AccountCreation failed={failed} found={found} /> : null}
    </Dialog>
  )
}

function titleOf(failed: FailedAttempt<NewAccount>, { isRefused, verdict }: AccountFound) {
  return isRefused ? 'Refused, but created' : outcomeTitle(failed, verdict)
}
