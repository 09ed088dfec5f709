import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { AccountActions } from './account-actions'
import { AccountFailure } from './account-failure'
import { AccountStateBadge } from './account-state'
import { AccountsForbidden } from './accounts-forbidden'
import type { AccountSearch } from './accounts-search'
import { AuditPanel } from './audit-panel'
import { accountQueries } from '@/api/accounts'
import { describeError } from '@/api/error-messages'
import { roleLabel } from '@/domain/accounts/account-words'
import { useWhyForbidden } from '@/plant-ui/use-why-forbidden'
import { Breadcrumb } from '@/ui/breadcrumb'
import { Freshness, StaleNotice } from '@/ui/freshness'
import { recordPageClass } from '@/ui/page-class'
import { Skeleton, SkeletonGroup } from '@/ui/skeleton'
import { UntrustedText } from '@/ui/untrusted-text'
import { useRefreshEveryMs } from '@/ui/use-preference'
import { useReadAt } from '@/ui/use-read-at'
import { visibleText } from '@/ui/visible-text'

interface AccountPageProps {
  userId: string
  search: AccountSearch
  onSearchChange: (change: Partial<AccountSearch>) => void
}

/** A user's profile: role, state, API credentials, and what was done in the user's name. */
export function AccountPage(props: AccountPageProps) {
  const forbidden = useWhyForbidden()('manageAccounts')
  if (forbidden === undefined) return <Profile {...props} />
  return (
    <Frame name={undefined}>
      <h1 className="sr-only">Account</h1>
      <AccountsForbidden reason={forbidden} />
    </Frame>
  )
}

function Profile({ userId, search, onSearchChange }: AccountPageProps) {
  const { data, error, isFetching, dataUpdatedAt, refetch } = useQuery({
    ...accountQueries.detail(userId),
    refetchInterval: useRefreshEveryMs(),
  })
  const readAtMs = useReadAt(dataUpdatedAt)
  return (
    <Frame name={data?.username}>
      {data ? (
        <>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <h1 className="min-w-0 text-xl font-semibold wrap-anywhere">
              <UntrustedText fallback="(no username)">{data.username}</UntrustedText>
            </h1>
            <AccountStateBadge account={data} />
            <UntrustedText isCut className="text-muted" fallback="Role not given">
              {roleLabel(data.role)}
            </UntrustedText>
          </div>
          <StaleNotice
            updatedAtMs={readAtMs}
            failure={error ? describeError(error).title : undefined}
          />
          <AccountActions key={userId} account={data} />
          <Freshness updatedAtMs={readAtMs} />
          <AuditPanel
            userId={userId}
            username={data.username}
            accountReadAtMs={dataUpdatedAt}
            {...{ search, onSearchChange }}
          />
        </>
      ) : (
        <h1 className="sr-only">Account</h1>
      )}
      {!data && error ? (
        <AccountFailure error={error} isRetrying={isFetching} onRetry={() => refetch()} />
      ) : null}
      {!data && !error ? (
        <SkeletonGroup label="Loading the account">
          <Skeleton className="mb-4 h-7 w-64 max-w-full" />
          <Skeleton className="mb-4 h-48 w-full" />
          <Skeleton className="h-32 w-full" />
        </SkeletonGroup>
      ) : null}
    </Frame>
  )
}

interface FrameProps {
  name: string | undefined
  children: ReactNode
}

function Frame({ name, children }: FrameProps) {
  return (
    <div className={recordPageClass}>
      <title>{`${visibleText(name ?? '') || 'Account'} · Plantdeck`}</title>
      <Breadcrumb
        above={
          <Link to="/accounts" className="text-muted hover:text-ink">
            Accounts
          </Link>
        }
        current={
          <UntrustedText isCut fallback="Account">
            {name}
          </UntrustedText>
        }
      />
      {children}
    </div>
  )
}
