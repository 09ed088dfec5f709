import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import { useListedAccounts } from './use-listed-accounts'
import type { AuditEntry } from '@/api/account-schemas'
import { findListedPlant, findReadPlant } from '@/api/plant-cache'
import { isKnownGone } from '@/api/plant-gone'
import { unknownPlants } from '@/api/plant-readings'
import { useDataScope, usePerson } from '@/api/session/session-context'
import { isDeletedIn, latestName, subjectIds, wordForName } from '@/domain/accounts/audit-subjects'
import { describeAudit } from '@/domain/accounts/audit-words'
import { restoreFleet } from '@/fleet/read-fleet'
import { useFleetPlants } from '@/fleet/use-fleet-plants'

/** Latest known name of what an entry was done to. */
interface SubjectName {
  /** A plant's name or an account's username; undefined or empty when unknown. */
  text: string | undefined
  /** Stands before a name that is proven to be a later one. */
  word?: 'now' | 'last' | undefined
  /** True while a name that isn't known is being read. */
  isReading: boolean
}

/** Returns the name of what an entry was done to. */
export type SubjectNames = (entry: AuditEntry) => SubjectName

/**
 * Finds the names for a page of entries in what this device has read. Reads the list of accounts when one is missing, and each
 * plant that is missing, a few at a time: at most as many as the page has rows.
 */
export function useSubjectNames(entries: readonly AuditEntry[]): SubjectNames {
  const queryClient = useQueryClient()
  const username = usePerson()?.username ?? ''
  const scope = useDataScope()
  const { byId } = useFleetPlants()
  const accounts = useListedAccounts(subjectIds(entries, 'account'))

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
  const { isFetching } = useQuery({
    ...unknownPlants(plantIds, findUnknown),
    enabled: plantIds.length > 0,
  })
  // Each plant has a query of its own, and its name is shown as soon as it is read.
  const subscribe = useCallback(
    (listener: () => void) => queryClient.getQueryCache().subscribe(listener),
    [queryClient],
  )
  useSyncExternalStore(
    subscribe,
    () => plantIds.filter((id) => findReadPlant(queryClient, id) !== undefined).length,
  )

  return (entry) => {
    const { subject } = describeAudit(entry)
    const id = entry.subjectId ?? ''
    if (subject === 'account') {
      const text = accounts.accountOf(id)?.username
      return { text, isReading: !text && accounts.isReading }
    }
    if (subject === 'none') return { text: undefined, isReading: false }
    const text = latestName(entries, id, plantReadings(id))
    const word = wordForName(entries, entry, text)
    // A plant that is known to be gone is never read.
    return { text, word, isReading: !text && isFetching && !isKnownGone(queryClient, id) }
  }
}
