import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Account } from '@/api/account-schemas'
import { accountQueries } from '@/api/accounts'
import { prime } from '@/api/query-client'

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
  const asked = useRef(new Set<string>())
  // If it were enabled, each refresh and each change of an account would read the whole list again.
  const { data: every, isFetching } = useQuery({ ...accountQueries.every(), enabled: false })
  const accountOf = (userId: string) =>
    queryClient.getQueryData(accountQueries.detail(userId).queryKey) ??
    every?.accounts.find(({ id }) => id === userId)
  const missing = userIds.filter((userId) => !accountOf(userId)).join(' ')
  useEffect(() => {
    const unasked = missing.split(' ').filter((userId) => userId && !asked.current.has(userId))
    if (unasked.length === 0) return
    for (const userId of unasked) asked.current.add(userId)
    prime(queryClient, { ...accountQueries.every(), staleTime: 0 })
  }, [queryClient, missing])
  return { accountOf, isReading: isFetching }
}
