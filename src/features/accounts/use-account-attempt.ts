import { useMutation, useQueryClient } from '@tanstack/react-query'
import { accountActionWords } from './account-action-words'
import type {
  Account,
  AccountChange,
  AccountRole,
  IssuedApiCredentials,
} from '@/api/account-schemas'
import { generateApiCredentials, updateAccount } from '@/api/accounts'
import { accountKeys } from '@/api/query-keys'
import { useAttempt } from '@/attempts/use-attempt'
import type { AccountAction } from '@/domain/accounts/account-consequences'
import { changeVerdict, generationVerdict } from '@/domain/accounts/account-verdicts'
import type { FailedAttempt } from '@/domain/actions/attempt'
import type { Verdict } from '@/domain/plant/verdict'
import { visibleText } from '@/ui/visible-text'

interface SentAction {
  /** The account as it was confirmed. */
  account: Account
  /** The new role; used by `role` only. */
  role: AccountRole
}

/** A failed attempt at an action on an account. */
export type FailedAccountAction = FailedAttempt<SentAction>

interface AccountAttemptOptions {
  userId: string
  action: AccountAction
  isDone: (failed: FailedAccountAction) => boolean
  onClose: () => void
  /** Returns true when the credentials are shown; false when the user has left the page. */
  onIssued: (issued: IssuedApiCredentials, account: Account) => boolean
}

/** Sends a confirmed action on an account, and passes on the credentials that it issued. */
export function useAccountAttempt(options: AccountAttemptOptions) {
  const { userId, action, isDone, onClose, onIssued } = options
  const queryClient = useQueryClient()
  const update = useMutation(updateAccount)
  const generate = useMutation(generateApiCredentials)
  const words = accountActionWords[action]

  async function send({ role }: SentAction): Promise<IssuedApiCredentials | undefined> {
    try {
      // Resetting the mutation removes the secrets from it, so that only the caller keeps them.
      if (action === 'generate') return await generate.mutateAsync(userId).finally(generate.reset)
      await update.mutateAsync({ userId, change: changeOf(action, role) })
      return undefined
    } catch (error) {
      // What was requested before the attempt ended doesn't show its outcome.
      await queryClient.cancelQueries({ queryKey: accountKeys.detail(userId), exact: true })
      throw error
    }
  }

  const { run, ...attempt } = useAttempt({
    send,
    describe: ({ account }) => `${words.gerund} ${visibleText(account.username)}`,
    isDone,
  })

  const confirm = (sent: SentAction) =>
    run(async ({ deliver, showToast, isSamePerson, isShown, finish }) => {
      const result = await deliver(sent)
      if ('error' in result) return
      finish()
      const { response: issued } = result
      const title = `${words.done} ${visibleText(sent.account.username)}`
      // A user who signed in meanwhile must never see the result.
      if (issued && isSamePerson() && !onIssued(issued, sent.account)) {
        const detail = 'You left the page, so they weren’t shown and are lost. Generate them again.'
        showToast({ tone: 'warn', title, detail })
      }
      if (!issued) showToast({ tone: 'ok', title })
      if (isShown()) onClose()
    })

  return { ...attempt, confirm }
}

/** Returns the conclusion from a reading that began after the attempt; undefined before there is one. */
export function accountVerdict(
  action: AccountAction,
  { account, role }: SentAction,
  reading: Account | 'gone' | undefined,
): Verdict | undefined {
  if (reading === undefined) return undefined
  if (reading === 'gone') return { kind: 'cannot-tell', evidence: 'the account no longer exists' }
  return action === 'generate'
    ? generationVerdict(account, reading)
    : changeVerdict(changeOf(action, role), reading)
}

function changeOf(action: Exclude<AccountAction, 'generate'>, role: AccountRole): AccountChange {
  switch (action) {
    case 'role':
      return { role }
    case 'disable':
      return { state: 'DISABLED' }
    case 'enable':
      return { state: 'ACTIVE' }
  }
}
