import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { AccountsAbsent } from './accounts-absent'
import { AccountsForbidden } from './accounts-forbidden'
import { AccountsList } from './accounts-list'
import type { AccountsSearch } from './accounts-search'
import { AccountsSkeleton } from './accounts-skeleton'
import { NewAccount } from './new-account'
import { accountQueries } from '@/api/accounts'
import { describeError } from '@/api/error-messages'
import { areAccountsAbsent } from '@/domain/accounts/accounts-absent'
import { QueryErrorPanel } from '@/plant-ui/query-error-panel'
import { useWhyForbidden } from '@/plant-ui/use-why-forbidden'
import { Breadcrumb } from '@/ui/breadcrumb'
import { Button } from '@/ui/button'
import { Freshness, StaleNotice } from '@/ui/freshness'
import { pageClass } from '@/ui/page-class'
import { useRefreshEveryMs } from '@/ui/use-preference'
import { useReadAt } from '@/ui/use-read-at'

interface AccountsPageProps {
  search: AccountsSearch
  onSearchChange: (change: Partial<AccountsSearch>, isReplacing?: boolean) => void
  onOpenAccount: (userId: string) => void
}

/** The users of the organization. Nothing is requested before this page is opened. */
export function AccountsPage(props: AccountsPageProps) {
  const forbidden = useWhyForbidden()('manageAccounts')
  return (
    <div className={pageClass}>
      <title>Accounts · Plantdeck</title>
      <Breadcrumb current="Accounts" />
      {forbidden === undefined ? (
        <Accounts {...props} />
      ) : (
        <>
          <h1 className="text-xl font-semibold">Accounts</h1>
          <AccountsForbidden reason={forbidden} />
        </>
      )}
    </div>
  )
}

function Accounts({ search, onSearchChange, onOpenAccount }: AccountsPageProps) {
  const [isCreating, setIsCreating] = useState(false)
  const accounts = useQuery({
    ...accountQueries.every(),
    refetchInterval: useRefreshEveryMs(),
  })
  const { data, error, isFetching, refetch } = accounts
  const readAtMs = useReadAt(accounts.dataUpdatedAt)
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h1 className="text-xl font-semibold">Accounts</h1>
        {data ? (
          <Button
            variant="primary"
            icon={<Plus aria-hidden className="size-4" />}
            onClick={() => setIsCreating(true)}
          >
            New account
          </Button>
        ) : null}
      </div>
      {data ? (
        <>
          <StaleNotice
            updatedAtMs={readAtMs}
            failure={error ? describeError(error).title : undefined}
          />
          <AccountsList
            read={data}
            readAtMs={readAtMs}
            search={search}
            onSearchChange={onSearchChange}
          />
          <Freshness updatedAtMs={readAtMs} />
        </>
      ) : null}
      {!data && error ? (
        <Failure error={error} isRetrying={isFetching} onRetry={() => refetch()} />
      ) : null}
      {!data && !error ? <AccountsSkeleton /> : null}
      {isCreating ? (
        <NewAccount onClose={() => setIsCreating(false)} onOpenAccount={onOpenAccount} />
      ) : null}
    </>
  )
}

interface FailureProps {
  error: Error
  isRetrying: boolean
  onRetry: () => unknown
}

function Failure(props: FailureProps) {
  if (areAccountsAbsent(props.error)) return <AccountsAbsent {...props} />
  return <QueryErrorPanel {...props} title="Couldn’t load the accounts" />
}
