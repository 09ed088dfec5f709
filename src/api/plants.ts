import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { alertSchema } from './alerts'
import { request } from './client'
import { NotSentError } from './errors'
import { tolerant, tolerantList } from './fields'
import { plantGroupSchema } from './plant-groups'
import { plantFallbacks, readPage, readableTemplateSchema } from './plant-pages'
import { type ListPlantsQuery, plantDetailSchema } from './plant-schemas'
import { plantKeys } from './query-keys'
import { isPathSegment } from '@/lib/path-segment'

/** Members that are kept as source text. */
export const plantTextMembers = ['metadata']
const readableDetailSchema = tolerant(
  z.extend(plantDetailSchema, {
    template: readableTemplateSchema,
    alerts: z.nullish(
      tolerantList(tolerant(alertSchema, { id: '', severity: '', status: '', message: '' })),
    ),
    plantGroups: z.nullish(tolerantList(tolerant(plantGroupSchema, { id: '', name: '' }))),
  }),
  plantFallbacks,
)

/** Returns the path of a plant's endpoint. Throws `NotSentError` for an id that would reach another one (`..`). */
export function plantPath(plantId: string, rest?: string): string {
  if (!isPathSegment(plantId)) {
    throw new NotSentError('invalid', 'plant ID')
  }
  const path = `/plants/${encodeURIComponent(plantId)}`
  return rest ? `${path}/${rest}` : path
}

/** Query options for plants. Structural sharing is off because it rewrites malicious keys. */
export const plantQueries = {
  list: (query: ListPlantsQuery) =>
    queryOptions({
      queryKey: plantKeys.list(query),
      queryFn: ({ signal }) => readPage(query, signal),
      structuralSharing: false,
    }),
  detail: (plantId: string) =>
    queryOptions({
      queryKey: plantKeys.detail(plantId),
      queryFn: ({ signal }) =>
        request({
          operation: 'getPlant',
          method: 'GET',
          path: plantPath(plantId),
          requestClass: 'read',
          schema: readableDetailSchema,
          textMembers: plantTextMembers,
          signal,
        }),
      structuralSharing: false,
    }),
}

/** Returns true for another page of the same list: its rows may stay until the new ones arrive; those of another may not. */
export function isPageOf(
  { queryKey }: { queryKey: ReturnType<typeof plantKeys.list> },
  { authMethod }: ListPlantsQuery,
): boolean {
  return queryKey[2].authMethod === authMethod
}
