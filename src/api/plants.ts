import { type QueryClient, mutationOptions, queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { alertSchema } from './alerts'
import { request } from './client'
import { NotSentError } from './errors'
import { type PageMeta, messageSchema, pageMetaSchema, tolerant, tolerantList } from './fields'
import { plantGroupSchema } from './plant-groups'
import {
  type CreatePlant,
  type ListPlantsQuery,
  type Plant,
  type UpdatePlant,
  plantDetailSchema,
  plantSchema,
} from './plant-schemas'
import { templateSchema } from './templates'
import { stringifyWithText } from '@/lib/json-text'

const textMembers = ['metadata']
const rowFallbacks = {
  name: '',
  serialNumber: '',
  type: '',
  status: '',
  lifecycleStatus: '',
  authMethod: '',
}
const readableTemplate = z.nullish(tolerant(templateSchema, { name: '' }))
const readablePlantSchema = tolerant(
  z.extend(plantSchema, { template: readableTemplate }),
  rowFallbacks,
)
const readableDetailSchema = tolerant(
  z.extend(plantDetailSchema, {
    template: readableTemplate,
    alerts: z.nullish(
      tolerantList(tolerant(alertSchema, { id: '', severity: '', status: '', message: '' })),
    ),
    plantGroups: z.nullish(tolerantList(tolerant(plantGroupSchema, { name: '' }))),
  }),
  rowFallbacks,
)

const readablePageSchema = z.pipe(
  z.object({ data: z.array(z.unknown()), meta: pageMetaSchema }),
  z.transform(({ data, meta }) => {
    const plants = new Map<string, Plant>()
    let unreadableRows = 0
    for (const row of data) {
      const parsed = z.safeParse(readablePlantSchema, row)
      if (parsed.success) plants.set(parsed.data.id, parsed.data)
      else unreadableRows += 1
    }
    return { plants: [...plants.values()], unreadableRows, meta }
  }),
)

/** One page of plants as read: without duplicate ids, with the number of rows that had no readable id. */
export interface PlantPage {
  plants: Plant[]
  unreadableRows: number
  meta: PageMeta
}

/**
 * Path of a plant's own endpoints; the id comes from outside and is escaped. An id that is no segment of a
 * path would reach another endpoint (`..`) or the whole collection: `NotSentError`.
 */
export function plantPath(plantId: string, rest?: string): string {
  if (/^\.{0,2}$|\p{Surrogate}/u.test(plantId)) {
    throw new NotSentError('invalid', 'This is not the id of a plant. Nothing was sent.')
  }
  const path = `/plants/${encodeURIComponent(plantId)}`
  return rest ? `${path}/${rest}` : path
}

/** Refetches every list, detail and figure about plants; resolves when what is on screen is true again. */
export function invalidatePlants(
  _data: unknown,
  _error: Error | null,
  _variables: unknown,
  _result: unknown,
  { client }: { client: QueryClient },
): Promise<void> {
  return client.invalidateQueries({ queryKey: ['plants'] })
}

function readPage(query: ListPlantsQuery, signal: AbortSignal): Promise<PlantPage> {
  return request({
    operation: 'listPlants',
    method: 'GET',
    path: '/plants',
    query,
    requestClass: 'read',
    schema: readablePageSchema,
    textMembers: ['data.*.metadata'],
    signal,
  })
}

/** Plants: pages of the list, and one plant. Structural sharing is off because it rewrites hostile keys. */
export const plantQueries = {
  list: (query: ListPlantsQuery) =>
    queryOptions({
      queryKey: ['plants', 'list', query],
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
  /** The plant with a serial number, or null; see `findPlantBySerialNumber`. */
  bySerialNumber: (serialNumber: string, onProgress: SearchProgress) =>
    queryOptions({
      queryKey: ['plants', 'by-serial-number', serialNumber],
      queryFn: async ({ signal }) =>
        (await findPlantBySerialNumber(serialNumber, signal, onProgress)) ?? null,
      structuralSharing: false,
      gcTime: 0,
      staleTime: 0,
    }),
}

type SearchProgress = (searched: number, total: number) => void

/**
 * Walks the list page by page, because the API has no search. Gives each page's plants with how many of
 * how many have been seen.
 */
export async function* walkPlants(signal: AbortSignal) {
  const limit = 100
  for (let page = 1, seen = 0; ; page += 1) {
    const { plants, unreadableRows, meta } = await readPage({ page, limit }, signal)
    const rows = plants.length + unreadableRows
    seen += rows
    yield { plants, seen, total: meta.total }
    if (rows === 0 || page >= meta.totalPages) return
  }
}

/** Walks the list for the plant with a serial number; undefined when no page has it. */
export async function findPlantBySerialNumber(
  serialNumber: string,
  signal: AbortSignal,
  onProgress: SearchProgress = () => undefined,
): Promise<Plant | undefined> {
  for await (const { plants, seen, total } of walkPlants(signal)) {
    const found = plants.find((plant) => plant.serialNumber === serialNumber)
    if (found) return found
    onProgress(seen, total)
  }
  return undefined
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
  onSettled: invalidatePlants,
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
  onSettled: invalidatePlants,
})

/** Deletes a plant for good. */
export const deletePlant = mutationOptions({
  mutationFn: (plantId: string) =>
    request({
      operation: 'deletePlant',
      method: 'DELETE',
      path: plantPath(plantId),
      requestClass: 'write',
      schema: messageSchema,
    }),
  onSettled: invalidatePlants,
})
