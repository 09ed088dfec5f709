import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Account } from '@/api/account-schemas'
import { accountQueries } from '@/api/accounts'
import { prime } from '@/api/query-client'
import { onPersonChange } from '@/lib/person-change'

/** Users for whom the list was read: those of other organizations are never in it, and would have it read again and again. */
const asked = new Set<string>()
onPersonChange(() => asked.clear())

interface ListedAccounts {
  /** Returns an account that this device has read; undefined without a reading. */
  accountOf: (userId: string) => Account | undefined
  /** True while the list of accounts is being read. */
  isReading: boolean
}

/**
 * Finds accounts in what this device has read. Reads their list once when one of these users is missing, and again when
 * others are: an account may have been created since.
 */
export function useListedAccounts(userIds: readonly string[]): ListedAccounts {
  const queryClient = useQueryClient()
  // If it were enabled, each refresh and each change of an account would read the whole list again.
  const { data: every, isFetching } = useQuery({ ...accountQueries.every(), enabled: false })
  const accountOf = (userId: string) =>
    queryClient.getQueryData(accountQueries.detail(userId).queryKey) ??
    every?.accounts.find(({ id }) => id === userId)
  const missing = userIds.filter((userId) => !accountOf(userId)).join(' ')
  useEffect(() => {
    if (missing === '') return
    const userIdsMissing = missing.split(' ')
    const isKept = queryClient.getQueryData(accountQueries.every().queryKey) !== undefined
    if (isKept && userIdsMissing.every((userId) => asked.has(userId))) return
    for (const userId of userIdsMissing) asked.add(userId)
    prime(queryClient, { ...accountQueries.every(), staleTime: 0 })
  }, [queryClient, missing])
  return { accountOf, isReading: isFetching }
}
