import type { Account, NewAccount } from '@/api/account-schemas'
import { accountQueries } from '@/api/accounts'
import { outcomeOf } from '@/api/errors'
import { untilNextReadingMs } from '@/attempts/next-reading'
import { useReadingSince } from '@/attempts/use-reading-since'
import { accountCreationVerdict } from '@/domain/accounts/account-verdicts'
import { type FailedAttempt, isKnownDone } from '@/domain/actions/attempt'
import { mayBeCreated } from '@/domain/actions/creation-verdict'
import type { Verdict } from '@/domain/plant/verdict'
import { toServerTime } from '@/lib/server-clock'

/** Evidence in the list about a creation that failed. */
export interface AccountFound {
  list: Pick<
    ReturnType<typeof useReadingSince>,
    'error' | 'isFetching' | 'readAgain' | 'checkedAtMs'
  >
  /** The account with the username, in a list that was read after the attempt. */
  account: Account | undefined
  /** Undefined until the list has been read after the attempt. */
  verdict: Verdict | undefined
  isSought: boolean
  isDone: boolean
  isRefused: boolean
}

const fields = { names: ['username', 'password', 'role'], unique: 'username' }

/**
 * Looks in the list for an account whose creation failed: often after an unknown outcome, once after a refusal.
 * `knownIds` are the accounts that were listed before.
 */
export function useAccountFound(
  failed: FailedAttempt<NewAccount> | undefined,
  knownIds: ReadonlySet<string>,
): AccountFound {
  const isSought = failed !== undefined && mayBeCreated(failed.error, fields)
  const isRefused = failed !== undefined && outcomeOf(failed.error) === 'refused'
  const { reading, ...list } = useReadingSince({
    query: accountQueries.every(),
    isGone: () => false,
    sinceMs: isSought ? failed.atMs : undefined,
    ...(failed && !isRefused && { nextReadMs: () => untilNextReadingMs(failed.atMs) }),
  })
  const read = reading === 'gone' ? undefined : reading
  const verdict =
    failed && read
      ? accountCreationVerdict(read, failed.sent, toServerTime(failed.atMs), knownIds)
      : undefined
  return {
    list,
    account: read?.accounts.find(({ username }) => username === failed?.sent.username),
    verdict,
    isSought,
    isDone: failed !== undefined && isKnownDone(failed, verdict),
    isRefused,
  }
}
