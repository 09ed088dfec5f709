import { accountActionWords } from './account-action-words'
import { AccountSummary } from './account-summary'
import type { FailedAccountAction } from './use-account-attempt'
import type { Account } from '@/api/account-schemas'
import { OutcomeEvidence } from '@/attempts/outcome-evidence'
import { RefusedOutcome } from '@/attempts/refused-outcome'
import { UnknownOutcome } from '@/attempts/unknown-outcome'
import type { ConfirmedReading } from '@/attempts/use-confirmed-reading'
import type { AccountAction } from '@/domain/accounts/account-consequences'
import type { Verdict } from '@/domain/plant/verdict'
import { Notice } from '@/ui/notice'

interface AccountOutcomeProps {
  action: AccountAction
  failure: FailedAccountAction
  isRefused: boolean
  reading: ConfirmedReading<Account>
  /** The account as last read. */
  account: Account | undefined
  /** Conclusion from a later reading; undefined before one arrives. */
  verdict: Verdict | undefined
}

/** Outcome of an attempt that was refused or got no readable response, with the account's current state. */
export function AccountOutcome(props: AccountOutcomeProps) {
  const { action, failure, isRefused, reading, account, verdict } = props
  const evidence = (
    <OutcomeEvidence
      source="account"
      verdict={verdict}
      error={reading.isGone ? null : reading.error}
      readAtMs={reading.checkedAtMs}
      isRefused={isRefused}
    />
  )
  const summary =
    account && !reading.isGone ? (
      <AccountSummary account={account} readAtMs={reading.readAtMs} />
    ) : null
  if (isRefused) {
    return (
      <RefusedOutcome error={failure.error} evidence={evidence}>
        {summary}
      </RefusedOutcome>
    )
  }
  return (
    <UnknownOutcome
      error={failure.error}
      what={`${accountActionWords[action].gerund} the account`}
      source="The account itself shows:"
      evidence={evidence}
    >
      {action === 'generate' ? (
        <Notice tone="warn">
          <p>
            {verdict?.kind === 'not-done'
              ? 'If the request arrives late, new API credentials may still be issued that no one has seen.'
              : 'New API credentials may exist that no one has seen. In that case, the previous ones no longer work.'}{' '}
            Generating again is safe: it invalidates whatever was issued, and shows a new set.
          </p>
        </Notice>
      ) : null}
      {summary}
    </UnknownOutcome>
  )
}
