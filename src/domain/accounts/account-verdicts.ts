import { accountStateMeaning, roleLabel } from './account-words'
import type { Account, AccountChange, NewAccount } from '@/api/account-schemas'
import type { EveryAccount } from '@/api/accounts'
import type { Verdict } from '@/domain/plant/verdict'
import { readInstant } from '@/lib/instants'
import { clockToleranceMs } from '@/lib/server-clock'
import { isUnreadable } from '@/lib/unreadable'

/** Compares a later reading with a change of role or state that got no readable response. */
export function changeVerdict({ role, state }: AccountChange, after: Account): Verdict {
  const isLost =
    (role !== undefined && isUnreadable(after, 'role')) ||
    (state !== undefined && isUnreadable(after, 'state'))
  if (isLost) return { kind: 'cannot-tell', evidence: 'the account can’t be read in full' }
  const evidence =
    role === undefined
      ? `the state is ${accountStateMeaning(after).label}`
      : `the role is ${roleLabel(after.role)}`
  const isDone = after.role === (role ?? after.role) && after.state === (state ?? after.state)
  return { kind: isDone ? 'done' : 'not-done', evidence }
}

/** Compares a later reading with the account before API credentials were generated without a readable response. */
export function generationVerdict(before: Account, after: Account): Verdict {
  if (isUnreadable(after, 'apiCredentials') || isUnreadable(before, 'apiCredentials')) {
    return { kind: 'cannot-tell', evidence: 'the record of the API credentials is unreadable' }
  }
  const { apiCredentials: was } = before
  const { apiCredentials: is } = after
  if (!is) return { kind: 'not-done', evidence: 'the account has no API credentials' }
  const [wasMs, isMs] = [readInstant(was?.issuedAt), readInstant(is.issuedAt)]
  if (was && (typeof wasMs !== 'number' || typeof isMs !== 'number')) {
    return { kind: 'cannot-tell', evidence: 'the record doesn’t say when they were issued' }
  }
  return was && wasMs === isMs
    ? { kind: 'not-done', evidence: 'the API credentials are the same as before' }
    : { kind: 'done', evidence: 'new API credentials were issued', at: is.issuedAt }
}

/**
 * Looks for an account whose creation got no readable response; `endedAtMs` is the end of the attempt (server's clock).
 * `knownIds` are the accounts that were listed before it.
 */
export function accountCreationVerdict(
  { accounts, hasMore, unreadableRows }: EveryAccount,
  { username, role }: Pick<NewAccount, 'username' | 'role'>,
  endedAtMs: number,
  knownIds: ReadonlySet<string> = new Set(),
): Verdict {
  const found = accounts.find((account) => account.username === username)
  if (!found) {
    return hasMore || unreadableRows > 0
      ? { kind: 'cannot-tell', evidence: 'no account that could be read has this username' }
      : { kind: 'not-done', evidence: 'no account has this username' }
  }
  const at = found.createdAt
  if (knownIds.has(found.id)) {
    return { kind: 'not-done', evidence: 'an account had this username before', at }
  }
  const createdMs = readInstant(at)
  if (!isUnreadable(found, 'role') && found.role !== role) {
    return { kind: 'cannot-tell', evidence: 'an account with another role has this username', at }
  }
  if (typeof createdMs !== 'number') {
    return {
      kind: 'cannot-tell',
      evidence: 'an account has this username, created at an unknown time',
    }
  }
  // A younger one may still be another administrator's, who chose the same name within seconds.
  return createdMs >= endedAtMs - clockToleranceMs
    ? { kind: 'done', evidence: 'an account with this username exists', at }
    : { kind: 'cannot-tell', evidence: 'an older account has this username', at }
}
