import { useQuery, useQueryClient } from '@tanstack/react-query'
import { accountQueries } from '@/api/accounts'
import { findListedPlant } from '@/api/plant-cache'
import { plantQueries } from '@/api/plants'
import type { AuditSubject } from '@/domain/accounts/audit-words'
import { plantName } from '@/domain/plant/plant-name'
import { useFleetPlants } from '@/fleet/use-fleet-plants'

/** Returns the name of a plant or the username of an account; undefined or empty when it isn't known. */
export type SubjectNames = (kind: AuditSubject, id: string) => string | undefined

/** Finds names in what this tab has read already: a log of many plants would otherwise need a request for each. */
export function useSubjectNames(): SubjectNames {
  const queryClient = useQueryClient()
  const { byId } = useFleetPlants()
  const { data: every } = useQuery({ ...accountQueries.every(), enabled: false })
  return (kind, id) => {
    if (kind === 'account') {
      const opened = queryClient.getQueryData(accountQueries.detail(id).queryKey)
      return (opened ?? every?.accounts.find((account) => account.id === id))?.username
    }
    if (kind !== 'plant') return undefined
    const plant =
      queryClient.getQueryData(plantQueries.detail(id).queryKey) ??
      byId([id]).found[0]?.plant ??
      findListedPlant(queryClient, id)?.plant
    return plant && plantName(plant)
  }
}
