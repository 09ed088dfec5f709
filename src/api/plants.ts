import { type Query, type QueryClient, mutationOptions, queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { alertSchema } from './alerts'
import { request } from './client'
import { NotSentError } from './errors'
import { messageSchema, tolerant, tolerantList } from './fields'
import { reportGone } from './gone-reports'
import { plantGroupSchema } from './plant-groups'
import {
  type PlantListPage,
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
import { passKeys, plantKeys } from './query-keys'
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

/** Returns the path of a plant's endpoint. Throws `NotSentError` for an id that would reach another one (`..`). */
export function plantPath(plantId: string, rest?: string): string {
  if (!isPathSegment(plantId)) {
    throw new NotSentError('invalid', 'plant ID')
  }
  const path = `/plants/${encodeURIComponent(plantId)}`
  return rest ? `${path}/${rest}` : path
}

const maxRereadMs = 3_000

/** Refetches all plant data after a mutation; waits at most 3 s, and not at all after a failure. */
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
  const done = client.invalidateQueries({ queryKey: plantKeys.all, predicate })
  if (error) return undefined
  return Promise.race([done, new Promise<void>((end) => setTimeout(end, maxRereadMs))])
}

/** Like `rereadPlants`, but never waits: for results to be shown immediately (a secret, a page to open). */
export function rereadPlantsLater(...settled: Parameters<typeof rereadPlants>): void {
  void rereadPlants(...settled)
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
          textMembers,
          signal,
        }),
      structuralSharing: false,
    }),
  /** See `findPlantBySerialNumber`. It may take a thousand requests, so the caller decides when it is repeated. */
  bySerialNumber: (serialNumber: string, onProgress: SearchProgress) =>
    queryOptions({
      queryKey: passKeys.serialNumber(serialNumber),
      queryFn: ({ signal }) => findPlantBySerialNumber(serialNumber, signal, onProgress),
      structuralSharing: false,
      gcTime: 0,
      staleTime: 0,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    }),
}

/** Returns true for another page of the same list: its rows may stay until the new ones arrive; those of another may not. */
export function isPageOf(
  { queryKey }: { queryKey: ReturnType<typeof plantKeys.list> },
  { authMethod }: ListPlantsQuery,
): boolean {
  return queryKey[2].authMethod === authMethod
}

/** Returns a plant from the latest list page that has it, and the time of reading (Unix ms, server's clock). */
export function findListedPlant(
  queryClient: QueryClient,
  plantId: string,
): { plant: Plant; readAtMs: number } | undefined {
  return queryClient
    .getQueryCache()
    .findAll({ queryKey: plantKeys.lists })
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
    .flatMap(({ state }) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every query under this key is one of `plantQueries.list`
      const page = state.data as PlantListPage | undefined
      const plant = page?.plants.find(({ id }) => id === plantId)
      return plant ? [{ plant, readAtMs: toServerTime(state.dataUpdatedAt) }] : []
    })[0]
}

/** Cancels reads that started before a change has ended. Returns the time (Unix ms, device's clock) from which they count. */
export async function discardReadsUnderWay(
  queryClient: QueryClient,
  plantId: string,
): Promise<number> {
  await queryClient.cancelQueries({ queryKey: plantKeys.detail(plantId), exact: true })
  return deviceNow()
}

/** Removes a deleted or no longer visible plant from the cache, so that Back requests it again. */
export function forgetPlant(queryClient: QueryClient, plantId: string): void {
  queryClient.removeQueries({ queryKey: plantKeys.detail(plantId), exact: true, type: 'inactive' })
  reportGone(plantId)
}

/** Returns the distinct templates of all plants in the cache; the API has no list of templates. */
export function findTemplates(queryClient: QueryClient): Template[] {
  const read = queryClient.getQueriesData<Partial<PlantListPage & Plant>>({
    queryKey: plantKeys.all,
  })
  const templates = read.flatMap(([, data]) =>
    [data, ...(data?.plants ?? [])].flatMap((plant) => plant?.template ?? []),
  )
  const usable = templates.filter((template) => template.id !== '')
  return [...new Map(usable.map((template) => [template.id, template])).values()]
}

/** Mutation options for creating a plant. 409 `PLANT_ALREADY_EXISTS` when the serial number is taken. */
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

/** Mutation options for changing a plant. The body needs the current `authMethod`: its documented default is MTLS. */
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

/** Mutation options for deleting a plant. Its own queries have nothing left to read, so they are not refetched. */
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
