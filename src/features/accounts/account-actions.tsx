import { useEffect, useState } from 'react'
import { AccountFacts } from './account-facts'
import { ApiCredentialsPanel } from './api-credentials-panel'
import { IssuedCredentials, preloadIssuedCredentials } from './issued-credentials'
import { useIssuedCredentials } from './use-issued-credentials'
import type { Account } from '@/api/account-schemas'
import type { AccountAction } from '@/domain/accounts/account-consequences'
import { codePart } from '@/lib/code-part'
import { whenIdle } from '@/lib/when-idle'
import { LazyDialog } from '@/ui/lazy-dialog'

const dialogPart = codePart(() => import('./account-dialog'))

/** The profile's facts and API credentials, with the dialogs of their actions. */
export function AccountActions({ account }: { account: Account }) {
  const [action, setAction] = useState<AccountAction>()
  const { held, hold, drop } = useIssuedCredentials()
  useEffect(
    () =>
      whenIdle(() => {
        dialogPart.preload()
        preloadIssuedCredentials()
      }),
    [],
  )
  const close = () => setAction(undefined)
  return (
    <>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <AccountFacts account={account} onAction={setAction} />
        <ApiCredentialsPanel account={account} onAction={setAction} />
      </div>
      {held ? <IssuedCredentials {...held} onStored={drop} /> : null}
      {action && !held ? (
        <LazyDialog key={action} part={dialogPart} onClose={close}>
          {({ AccountDialog }) => (
            <AccountDialog userId={account.id} action={action} onClose={close} onIssued={hold} />
          )}
        </LazyDialog>
      ) : null}
    </>
  )
}
