import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { AuditEntry } from '@/api/account-schemas'
import { accountQueries } from '@/api/accounts'
import { findListedPlant, findReadPlant } from '@/api/plant-cache'
import { isKnownGone } from '@/api/plant-gone'
import { unknownPlants } from '@/api/plant-readings'
import { prime } from '@/api/query-client'
import { useDataScope, usePerson } from '@/api/session/session-context'
import { isDeletedIn, latestName, subjectIds } from '@/domain/accounts/audit-subjects'
import type { AuditSubject } from '@/domain/accounts/audit-words'
import { restoreFleet } from '@/fleet/read-fleet'
import { useFleetPlants } from '@/fleet/use-fleet-plants'

/** Returns the name of a plant or the username of an account; undefined or empty when it isn't known. */
export type SubjectNames = (kind: AuditSubject, id: string) => string | undefined

/**
 * Finds the names for a page of entries in what this device has read. Reads the list of accounts once when one is missing, and
 * each plant that is missing, a few at a time: at most as many as the page has rows.
 */
export function useSubjectNames(entries: readonly AuditEntry[]): SubjectNames {
  const queryClient = useQueryClient()
  const username = usePerson()?.username ?? ''
  const scope = useDataScope()
  const { byId } = useFleetPlants()

  const openedAccount = (id: string) => queryClient.getQueryData(accountQueries.detail(id).queryKey)
  const lacksAccount = subjectIds(entries, 'account').some((id) => !openedAccount(id))
  // If it were enabled, each refresh and each change of an account would read the whole list again.
  const { data: every } = useQuery({ ...accountQueries.every(), enabled: false })
  useEffect(() => {
    if (lacksAccount) prime(queryClient, { ...accountQueries.every(), staleTime: 'static' })
  }, [queryClient, lacksAccount])

  const plantReadings = (id: string) =>
    [findReadPlant(queryClient, id), byId([id]).found[0], findListedPlant(queryClient, id)].filter(
      (reading) => reading !== undefined,
    )
  const plantIds = subjectIds(entries, 'plant').filter((id) => !isDeletedIn(entries, id))
  const unknownIds = () =>
    plantIds.filter((id) => plantReadings(id).length === 0 && !isKnownGone(queryClient, id))
  async function findUnknown(): Promise<readonly string[]> {
    if (unknownIds().length === 0) return []
    await restoreFleet({ username, scope })
    return unknownIds()
  }
  // Renders again when it has ended: each plant has a query of its own.
  useQuery({ ...unknownPlants(plantIds, findUnknown), enabled: plantIds.length > 0 })

  return (kind, id) => {
    if (kind === 'account') {
      return (openedAccount(id) ?? every?.accounts.find((account) => account.id === id))?.username
    }
    return kind === 'plant' ? latestName(entries, id, plantReadings(id)) : undefined
  }
}
