import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { AuditEntry } from '@/api/account-schemas'
import { accountQueries } from '@/api/accounts'
import { findListedPlant } from '@/api/plant-cache'
import { isKnownGone } from '@/api/plant-gone'
import { unknownPlants } from '@/api/plant-readings'
import { plantQueries } from '@/api/plants'
import { prime } from '@/api/query-client'
import { useDataScope, usePerson } from '@/api/session/session-context'
import { recordedName, subjectIds } from '@/domain/accounts/audit-subjects'
import type { AuditSubject } from '@/domain/accounts/audit-words'
import { plantName } from '@/domain/plant/plant-name'
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

  const knownPlant = (id: string) =>
    queryClient.getQueryData(plantQueries.detail(id).queryKey) ??
    byId([id]).found[0]?.plant ??
    findListedPlant(queryClient, id)?.plant
  const plantIds = subjectIds(entries, 'plant')
  async function findUnknown(): Promise<readonly string[]> {
    await restoreFleet({ username, scope })
    return plantIds.filter(
      (id) => !knownPlant(id) && !recordedName(entries, id) && !isKnownGone(queryClient, id),
    )
  }
  const { data: read } = useQuery({
    ...unknownPlants(plantIds, findUnknown),
    enabled: plantIds.length > 0,
  })

  return (kind, id) => {
    if (kind === 'account') {
      return (openedAccount(id) ?? every?.accounts.find((account) => account.id === id))?.username
    }
    if (kind !== 'plant') return undefined
    const plant = knownPlant(id) ?? read?.get(id)
    return plant ? plantName(plant) : recordedName(entries, id)
  }
}
