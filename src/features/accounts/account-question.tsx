import { AccountSummary } from './account-summary'
import { RoleOptions } from './role-options'
import type { FailedAccountAction } from './use-account-attempt'
import { WhoBreaks } from './who-breaks'
import type { Account, AccountRole } from '@/api/account-schemas'
import { AttemptNotice } from '@/attempts/attempt-notice'
import { ChangedNotice, ReadingNotice } from '@/attempts/reading-notices'
import type { ConfirmedReading } from '@/attempts/use-confirmed-reading'
import { accountChangesBetween } from '@/domain/accounts/account-changes'
import { type AccountAction, accountConsequences } from '@/domain/accounts/account-consequences'
import type { TypedProof } from '@/domain/actions/typed-proof'
import { QueryErrorPanel } from '@/plant-ui/query-error-panel'
import { TypedProofField } from '@/plant-ui/typed-proof-field'
import { NativeSelect } from '@/ui/native-select'
import { Notice } from '@/ui/notice'
import { Skeleton, SkeletonGroup } from '@/ui/skeleton'

interface AccountQuestionProps {
  action: AccountAction
  account: Account | undefined
  reading: ConfirmedReading<Account>
  /** The reason why the action is unavailable. */
  standing: string | undefined
  role: AccountRole
  onRole: (role: string) => void
  proof: TypedProof | undefined
  typed: string
  onTyped: (typed: string) => void
  isPending: boolean
  /** A failed attempt that changed nothing and can be repeated. */
  failure: FailedAccountAction | undefined
}

/** The confirmation: the account, its state, and the consequences of the action. */
export function AccountQuestion(props: AccountQuestionProps) {
  const { action, account, reading, standing, role, onRole, isPending } = props
  if (!account) return <FirstAccountReading reading={reading} />
  const { apiCredentials } = account
  const breaks = action === 'disable' || action === 'generate'
  return (
    <>
      <AccountSummary account={account} readAtMs={reading.readAtMs} />
      <ChangedNotice
        noun="account"
        of={account}
        isReread={reading.sinceThen !== undefined}
        changesBetween={accountChangesBetween}
      />
      <ReadingNotice reading={reading} noun="account" />
      {standing ? <Notice tone="neutral">{standing}</Notice> : null}
      {action === 'role' && !standing ? (
        <NativeSelect
          label="New role"
          value={role}
          onChange={({ target }) => onRole(target.value)}
          aria-disabled={isPending || undefined}
        >
          <RoleOptions />
        </NativeSelect>
      ) : null}
      {standing ? null : (
        <>
          <ul className="flex list-disc flex-col gap-1 pl-5 marker:text-faint">
            {accountConsequences(action, account, role).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {breaks && apiCredentials ? (
            <WhoBreaks credentials={apiCredentials} nowMs={reading.nowMs} />
          ) : null}
          {props.proof ? (
            <TypedProofField
              proof={props.proof}
              autoCapitalize="off"
              readOnly={isPending}
              value={props.typed}
              onChange={({ target }) => props.onTyped(target.value)}
            />
          ) : null}
        </>
      )}
      <AttemptNotice failure={props.failure} />
    </>
  )
}

function FirstAccountReading({ reading }: { reading: ConfirmedReading<Account> }) {
  const { error, isFetching, readAgain } = reading
  if (error) {
    return (
      <QueryErrorPanel
        error={error}
        title="Couldn’t load the account"
        onRetry={readAgain}
        isRetrying={isFetching}
      />
    )
  }
  return (
    <SkeletonGroup label="Loading the account">
      <Skeleton className="mb-3 h-24 w-full" />
      <Skeleton className="h-16 w-full" />
    </SkeletonGroup>
  )
}
