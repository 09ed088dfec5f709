// All query keys, from general to specific: invalidating one invalidates those that begin with it.
import { hashKey } from '@tanstack/react-query'
import type { ListPlantsQuery } from './plant-schemas'

/** Keys of everything that a change of a plant can make outdated. */
export const plantKeys = {
  all: ['plants'] as const,
  lists: ['plants', 'list'] as const,
  list: (query: ListPlantsQuery) => ['plants', 'list', query] as const,
  certificateStats: ['plants', 'certificate-stats'] as const,
  detail: (plantId: string) => ['plants', 'detail', plantId] as const,
  energy: (plantId: string) => ['plants', 'detail', plantId, 'energy'] as const,
  commands: (plantId: string) => ['plants', 'detail', plantId, 'commands'] as const,
  commandPage: (plantId: string, query: object) =>
    ['plants', 'detail', plantId, 'commands', query] as const,
}

/** Keys of accounts and of the audit log. */
export const accountKeys = {
  all: ['accounts'] as const,
  every: ['accounts', 'every'] as const,
  detail: (userId: string) => ['accounts', 'detail', userId] as const,
  audit: <Query extends object>(query: Query) => ['accounts', 'audit', query] as const,
}

/** Key of the user's organizations, the same in each of them. */
export const organizationsKey = ['organizations'] as const

/** Keys of readings that a change of a plant doesn't repeat, because they take many requests. */
export const passKeys = {
  fleet: ['fleet', 'pass'] as const,
  details: ['fleet', 'details'] as const,
  serialNumber: (serialNumber: string) => ['plant-search', serialNumber] as const,
  plants: (plantIds: readonly string[]) => ['plant-readings', plantIds] as const,
}

/** Returns the plant of a query with a `plantKeys.detail` key; undefined for other queries. */
export function detailPlantId({
  queryKey: [, , plantId],
  queryHash,
}: {
  queryKey: readonly unknown[]
  queryHash: string
}): string | undefined {
  if (typeof plantId !== 'string') return undefined
  return queryHash === hashKey(plantKeys.detail(plantId)) ? plantId : undefined
}
