import { type Query, type QueryClient, mutationOptions, queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { alertSchema } from './alerts'
import { request } from './client'
import { NotSentError } from './errors'
import { messageSchema, tolerant, tolerantList } from './fields'
import { plantGroupSchema } from './plant-groups'
import {
  type PlantPage,
  type SearchProgress,
  findPlantBySerialNumber,
  plantFallbacks,
  readPage,
  readablePlantSchema,
  readableTemplateSchema,
} from './plant-pages'
import {
  type CreatePlant,
  type ListPlantsQuery,
  type Plant,
  type UpdatePlant,
  plantDetailSchema,
} from './plant-schemas'
import type { Template } from './templates'
import { stringifyWithText } from '@/lib/json-text'
import { isPathSegment } from '@/lib/path-segment'
import { deviceNow, toServerTime } from '@/lib/server-clock'

const textMembers = ['metadata']
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

/**
 * Path of a plant's own endpoints; the id comes from outside and is escaped. An id that is no segment of a
 * path would reach another endpoint (`..`) or the whole collection: `NotSentError`.
 */
export function plantPath(plantId: string, rest?: string): string {
  if (!isPathSegment(plantId)) {
    throw new NotSentError('invalid', 'This is not the id of a plant. Nothing was sent.')
  }
  const path = `/plants/${encodeURIComponent(plantId)}`
  return rest ? `${path}/${rest}` : path
}

const longestRereadMs = 3_000

/**
 * Reads everything about plants again. After a success it resolves when what is on screen is true again,
 * or after 3 s; a failure is told at once, because it may be the network that the rereading waits for.
 */
export function rereadPlants(
  _data: unknown,
  error: Error | null,
  _variables: unknown,
  _result: unknown,
  { client }: { client: QueryClient },
): Promise<void> | undefined {
  return reread(client, error)
}

function reread(
  client: QueryClient,
  error: Error | null,
  predicate: (query: Query) => boolean = () => true,
): Promise<void> | undefined {
  const done = client.invalidateQueries({ queryKey: ['plants'], predicate })
  if (error) return undefined
  return Promise.race([done, new Promise<void>((end) => setTimeout(end, longestRereadMs))])
}

/** The same for answers that must be shown at once: a secret, a page to go to. */
export function rereadPlantsLater(...settled: Parameters<typeof rereadPlants>): void {
  void rereadPlants(...settled)
}

/** Plants: pages of the list, and one plant. Structural sharing is off because it rewrites hostile keys. */
export const plantQueries = {
  list: (query: ListPlantsQuery) =>
    queryOptions({
      queryKey: ['plants', 'list', query] as const,
      queryFn: ({ signal }) => readPage(query, signal),
      structuralSharing: false,
    }),
  detail: (plantId: string) =>
    queryOptions({
      queryKey: ['plants', 'detail', plantId],
      queryFn: ({ signal }) =>
        request({
          operation: 'getPlant',
          method: 'GET',
          path: plantPath(plantId),
          requestClass: 'read',
          schema: readableDetailSchema,
          textMembers,
          signal,
        }),
      structuralSharing: false,
    }),
  /** See `findPlantBySerialNumber`. It may take a thousand requests, so nothing but a person repeats it. */
  bySerialNumber: (serialNumber: string, onProgress: SearchProgress) =>
    queryOptions({
      queryKey: ['plant-search', serialNumber],
      queryFn: ({ signal }) => findPlantBySerialNumber(serialNumber, signal, onProgress),
      structuralSharing: false,
      gcTime: 0,
      staleTime: 0,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    }),
}

/** A plant as a list that was read before has it, and when that was (Unix ms, server's clock); the newest reading counts. */
export function findListedPlant(
  queryClient: QueryClient,
  plantId: string,
): { plant: Plant; readAtMs: number } | undefined {
  return queryClient
    .getQueryCache()
    .findAll({ queryKey: ['plants', 'list'] })
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
    .flatMap(({ state }) => {
      const page = state.data as PlantPage | undefined
      const plant = page?.plants.find(({ id }) => id === plantId)
      return plant ? [{ plant, readAtMs: toServerTime(state.dataUpdatedAt) }] : []
    })[0]
}

/**
 * Breaks off what is being read of a plant, because it began too early to tell what became of a change.
 * Gives the moment (Unix ms, device's clock) since when every reading is a later one.
 */
export async function readingsCountFrom(
  queryClient: QueryClient,
  plantId: string,
): Promise<number> {
  await queryClient.cancelQueries({ queryKey: plantQueries.detail(plantId).queryKey, exact: true })
  return deviceNow()
}

/** Templates of the plants that were read before, each once: the API has no list of them. */
export function findTemplates(queryClient: QueryClient): Template[] {
  const read = queryClient.getQueriesData<Partial<PlantPage & Plant>>({ queryKey: ['plants'] })
  const templates = read.flatMap(([, data]) =>
    [data, ...(data?.plants ?? [])].flatMap((plant) => plant?.template ?? []),
  )
  const usable = templates.filter((template) => template.id !== '')
  return [...new Map(usable.map((template) => [template.id, template])).values()]
}

/** Creates a plant. 409 `PLANT_ALREADY_EXISTS` when the serial number is taken. */
export const createPlant = mutationOptions({
  mutationFn: ({ metadata, ...body }: CreatePlant) =>
    request({
      operation: 'createPlant',
      method: 'POST',
      path: '/plants',
      body: stringifyWithText(body, { metadata }),
      requestClass: 'write',
      schema: readablePlantSchema,
      textMembers,
    }),
  onSettled: rereadPlantsLater,
})

/** Changes a plant: send the changed fields and the current `authMethod`, whose documented default is MTLS. */
export const updatePlant = mutationOptions({
  mutationFn: ({
    plantId,
    changes: { metadata, ...body },
  }: {
    plantId: string
    changes: UpdatePlant
  }) =>
    request({
      operation: 'updatePlant',
      method: 'PATCH',
      path: plantPath(plantId),
      body: stringifyWithText(body, { metadata }),
      requestClass: 'write',
      schema: readablePlantSchema,
      textMembers,
    }),
  onSettled: rereadPlants,
})

/** Deletes a plant for good. What was read of it is not asked for again: there is nothing left to read. */
export const deletePlant = mutationOptions({
  mutationFn: (plantId: string) =>
    request({
      operation: 'deletePlant',
      method: 'DELETE',
      path: plantPath(plantId),
      requestClass: 'write',
      schema: messageSchema,
    }),
  onSettled: (_data, error, plantId, _result, { client }) =>
    reread(client, error, ({ queryKey }) => error !== null || queryKey[2] !== plantId),
})
