import { accountStateMeaning, roleLabel } from './account-words'
import type { Account } from '@/api/account-schemas'
import type { EveryAccount } from '@/api/accounts'
import { foldText } from '@/lib/fold-text'
import { countOf, formatCount } from '@/lib/format-count'

/** Returns the accounts that have every word of a text in their username, role or state, ordered by username. */
export function findAccounts(accounts: readonly Account[], text: string): Account[] {
  const words = foldText(text).split(/\s+/).filter(Boolean)
  const found = accounts.filter((account) => {
    const { username, role } = account
    const searched = foldText(
      [username, roleLabel(role), role, accountStateMeaning(account).label].join(' '),
    )
    return words.every((word) => searched.includes(word))
  })
  return found.toSorted((a, b) => compareNames(a.username, b.username))
}

function compareNames(a: string, b: string): number {
  const [first, second] = [foldText(a), foldText(b)]
  if (first === second) return a < b ? -1 : Number(a > b)
  return first < second ? -1 : 1
}

/** Says which accounts a search covers. */
export function describeCoverage({
  accounts,
  unreadableRows,
  total,
  hasMore,
}: EveryAccount): string {
  const read = accounts.length
  const lost =
    unreadableRows > 0 ? `, and ${formatCount(unreadableRows)} more couldn’t be read` : ''
  if (!hasMore && read === 1) return lost === '' ? 'The only account' : `1 account${lost}`
  if (!hasMore) return `All ${countOf(read, 'account')}${lost}`
  const of = total === undefined ? 'an unknown number of' : formatCount(total)
  return `The first ${formatCount(read)} of ${of} accounts${lost}`
}
