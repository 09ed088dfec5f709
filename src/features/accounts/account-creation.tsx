import type { AccountFound } from './use-account-found'
import type { NewAccount } from '@/api/account-schemas'
import { OutcomeEvidence } from '@/attempts/outcome-evidence'
import { OutcomeFooter } from '@/attempts/outcome-footer'
import { RefusedOutcome } from '@/attempts/refused-outcome'
import { UnknownOutcome } from '@/attempts/unknown-outcome'
import type { FailedAttempt } from '@/domain/actions/attempt'
import { isPathSegment } from '@/lib/path-segment'
import { Button } from '@/ui/button'
import { useReadAt } from '@/ui/use-read-at'

/** Shows whether the list contains the account that was sent. */
export function AccountEvidence({ found }: { found: AccountFound }) {
  const { list, verdict, isRefused } = found
  return (
    <OutcomeEvidence
      source="list"
      noun="account"
      verdict={verdict}
      error={list.error}
      readAtMs={useReadAt(list.checkedAtMs)}
      isRefused={isRefused}
    />
  )
}

interface AccountCreationProps {
  failed: FailedAttempt<NewAccount>
  found: AccountFound
}

/** Outcome of a creation without a readable response, or of one that was refused although the account exists. */
export function AccountCreation({ failed, found }: AccountCreationProps) {
  const evidence = <AccountEvidence found={found} />
  if (found.isRefused) return <RefusedOutcome error={failed.error} evidence={evidence} />
  return (
    <UnknownOutcome
      error={failed.error}
      what="Creating the account"
      source="The list shows whether an account has this username:"
      evidence={evidence}
    />
  )
}

interface AccountCreationFooterProps {
  found: AccountFound
  onBack: () => void
  onClose: () => void
  onOpenAccount: (userId: string) => void
}

/** Buttons below the outcome of a creation. */
export function AccountCreationFooter(props: AccountCreationFooterProps) {
  const { isDone, account, list } = props.found
  const check = { isChecking: list.isFetching, onCheck: list.readAgain }
  return (
    <OutcomeFooter
      back={isDone ? undefined : { label: 'Back to the form', onBack: props.onBack }}
      check={isDone ? undefined : check}
    >
      {isDone ? <Button onClick={props.onClose}>Close</Button> : null}
      {account && isPathSegment(account.id) ? (
        <Button variant="primary" onClick={() => props.onOpenAccount(account.id)}>
          Open account
        </Button>
      ) : null}
    </OutcomeFooter>
  )
}
