import { useId, useState } from 'react'
import { accountActionWords } from './account-action-words'
import { AccountOutcome } from './account-outcome'
import { AccountQuestion } from './account-question'
import { type FailedAccountAction, accountVerdict, useAccountAttempt } from './use-account-attempt'
import { useWhyAccountImpossible } from './use-why-account-impossible'
import { type Account, type IssuedApiCredentials, accountRoleSchema } from '@/api/account-schemas'
import { accountQueries } from '@/api/accounts'
import { OutcomeFooter } from '@/attempts/outcome-footer'
import { useConfirmedReading } from '@/attempts/use-confirmed-reading'
import { useSendNow } from '@/attempts/use-send-now'
import type { AccountAction } from '@/domain/accounts/account-consequences'
import { accountProof } from '@/domain/accounts/account-proof'
import { isAccountMissing } from '@/domain/accounts/accounts-absent'
import { isKnownDone, outcomeTitle, phaseOf } from '@/domain/actions/attempt'
import { obstacleAt } from '@/domain/actions/confirmation'
import { serverNow, toServerTime } from '@/lib/server-clock'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { UntrustedText } from '@/ui/untrusted-text'
import { useHeldPage } from '@/ui/use-held-page'
import { visibleText } from '@/ui/visible-text'

interface AccountDialogProps {
  userId: string
  action: AccountAction
  onClose: () => void
  onIssued: (issued: IssuedApiCredentials, account: Account) => boolean
}

const subject = { noun: 'account', gone: 'The account no longer exists.' }

/** Dialog that confirms an action on an account, sends it once, and stays until the outcome is shown. */
export function AccountDialog({ userId, action, onClose, onIssued }: AccountDialogProps) {
  const formId = useId()
  const words = accountActionWords[action]
  const whyImpossible = useWhyAccountImpossible()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string>()
  // Not called during this render: `reading` is defined below, because it depends on the attempt.
  const verdictOf = (failed: FailedAccountAction) =>
    accountVerdict(action, failed.sent, reading.sinceThen)
  const isDone = (failed: FailedAccountAction) => isKnownDone(failed, verdictOf(failed))
  const attempt = useAccountAttempt({ userId, action, isDone, onClose, onIssued })
  const { confirm, isSending, failed: failure, forget } = attempt
  const { subject: account, ...reading } = useConfirmedReading({
    query: accountQueries.detail(userId),
    isGone: isAccountMissing,
    isPaused: isSending,
    failedAtMs: failure?.atMs,
    isUnknown: phaseOf(failure) === 'unknown',
  })
  const isSendNow = useSendNow(failure, isSending)
  const role = accountRoleSchema.safeParse(chosen ?? account?.role).data ?? 'support'
  const isAgain = action === 'generate' && Boolean(account?.apiCredentials)
  const isRed = isAgain || action === 'disable'
  const proof = account && isAgain ? accountProof(account, visibleText) : undefined
  const onServerTime = failure && { ...failure, atMs: toServerTime(failure.atMs) }
  const impossible = account && whyImpossible(action, account)
  const isSameRole = action === 'role' && account?.role === role
  const standing = impossible ?? (isSameRole ? 'Choose another role.' : undefined)
  const situation = { standing, reading, attempt: onServerTime, proof, typed }
  const verdict = failure && verdictOf(failure)
  const isKnown = failure !== undefined && isDone(failure)
  const phase = phaseOf(failure, isKnown)
  useHeldPage(typed !== '')
  const name = (
    <UntrustedText isCut fallback="this account">
      {(failure?.sent.account ?? account)?.username}
    </UntrustedText>
  )
  const outcome = failure && phase !== 'asking' ? outcomeTitle(failure, verdict) : undefined

  return (
    <Dialog
      isOpen
      onClose={onClose}
      isDismissable={!isSending && phase !== 'unknown'}
      role={isRed ? 'alertdialog' : 'dialog'}
      size="md"
      title={
        outcome ??
        (phase === 'refused' ? (
          <>
            {words.gerund} {name} was refused
          </>
        ) : (
          <>
            {words.question[0]}
            {name}
            {words.question[1]}
          </>
        ))
      }
      footer={
        phase === 'asking' ? (
          <>
            <Button
              disabledReason={isSending ? 'The request is in progress.' : null}
              onClick={onClose}
            >
              Cancel
            </Button>
            <Button
              key={isSendNow ? 'send-now' : 'confirm'}
              type="submit"
              form={formId}
              variant={isRed ? 'danger' : 'primary'}
              isPending={isSending}
              disabledReason={isSending ? null : obstacleAt(situation, reading.nowMs, subject)}
            >
              {isSendNow ? 'Send now' : words.confirm}
            </Button>
          </>
        ) : (
          <OutcomeFooter
            back={backFrom(action, isKnown, forget)}
            check={
              phase === 'unknown' && !isKnown
                ? { isChecking: reading.isFetching, onCheck: reading.readAgain }
                : undefined
            }
          >
            <Button variant="primary" onClick={onClose}>
              Close
            </Button>
          </OutcomeFooter>
        )
      }
    >
      {/* Stays mounted below an outcome so that nothing typed is lost. */}
      <form
        id={formId}
        hidden={phase !== 'asking'}
        className={phase === 'asking' ? 'flex flex-col gap-3' : undefined}
        onSubmit={(event) => {
          event.preventDefault()
          // The clock on screen can be a second behind.
          if (account && obstacleAt(situation, serverNow(), subject) === null) {
            void confirm({ account, role })
          }
        }}
      >
        <AccountQuestion
          action={action}
          account={account}
          reading={reading}
          standing={impossible}
          role={role}
          onRole={setChosen}
          proof={proof}
          typed={typed}
          onTyped={setTyped}
          isPending={isSending}
          failure={onServerTime}
        />
      </form>
      {failure && phase !== 'asking' ? (
        <AccountOutcome
          key={phase}
          action={action}
          failure={failure}
          isRefused={phase === 'refused'}
          reading={reading}
          account={account}
          verdict={verdict}
        />
      ) : null}
    </Dialog>
  )
}

/** Generating again is always safe: it invalidates what was lost. Other actions are not repeated once they are done. */
function backFrom(action: AccountAction, isKnown: boolean, onBack: () => void) {
  if (action === 'generate') return { label: 'Generate again', onBack }
  return isKnown ? undefined : { label: 'Back to the confirmation', onBack }
}
