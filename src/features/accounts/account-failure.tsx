import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { UserX } from 'lucide-react'
import { AccountsAbsent } from './accounts-absent'
import { accountQueries } from '@/api/accounts'
import { areAccountsAbsent, isAccountMissing } from '@/domain/accounts/accounts-absent'
import { QueryErrorPanel } from '@/plant-ui/query-error-panel'
import { buttonClass } from '@/ui/button-class'
import { EmptyState } from '@/ui/empty-state'
import { Skeleton, SkeletonGroup } from '@/ui/skeleton'

interface AccountFailureProps {
  error: Error
  isRetrying: boolean
  onRetry: () => unknown
}

/** Explains why an account can't be shown. */
export function AccountFailure(props: AccountFailureProps) {
  if (isAccountMissing(props.error)) return <Missing {...props} />
  if (areAccountsAbsent(props.error)) return <AccountsAbsent {...props} />
  return <QueryErrorPanel {...props} title="Couldn’t load the account" actions={<BackLink />} />
}

/** Only the list shows whether this account or all accounts are missing. */
function Missing(props: AccountFailureProps) {
  const { error, isPending } = useQuery(accountQueries.every())
  if (isPending) {
    return (
      <SkeletonGroup label="Loading the accounts">
        <Skeleton className="h-32 w-full" />
      </SkeletonGroup>
    )
  }
  if (areAccountsAbsent(error)) return <AccountsAbsent {...props} />
  return (
    <EmptyState icon={UserX} title="There is no account at this address" action={<BackLink />}>
      It may belong to another organization, or the address is incomplete.
    </EmptyState>
  )
}

function BackLink() {
  return (
    <Link to="/accounts" className={buttonClass()}>
      Go to Accounts
    </Link>
  )
}
