import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { accountQueries } from '@/api/accounts'

/**
 * Returns a function that is true for the accounts of this organization, which can be opened: users of others act here too.
 * Reads their list only where `isAsked`.
 */
export function useIsAccountHere(isAsked: boolean): (userId: string) => boolean {
  const queryClient = useQueryClient()
  const { data: every } = useQuery({ ...accountQueries.every(), enabled: isAsked })
  const ids = useMemo(() => new Set(every?.accounts.map(({ id }) => id)), [every])
  return (userId) =>
    ids.has(userId) || Boolean(queryClient.getQueryData(accountQueries.detail(userId).queryKey))
}
