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
  const reread = client.invalidateQueries({ queryKey: ['plants'] })
  if (error) return undefined
  return Promise.race([reread, new Promise<void>((end) => setTimeout(end, longestRereadMs))])
}

/** The same for answers that must be shown at once: a secret, a page to go to. */
export function rereadPlantsLater(...settled: Parameters<typeof rereadPlants>): void {
  void rereadPlants(...settled)
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

type SearchProgress = (seen: number, total: number) => void

/** What looking for a plant has come to; `undefined` proves something only when all of them were seen. */
export interface PlantSearch {
  plant: Plant | undefined
  /** Distinct plants that could be read. */
  seen: number
  total: number
}

/**
 * Walks the list page by page, because the API has no search, and goes on while pages are full, whatever
 * `meta` says. Plants that moved between pages are given once.
 */
export async function* walkPlants(signal: AbortSignal) {
  const limit = 100
  const seen = new Set<string>()
  for (let page = 1; ; page += 1) {
    const { plants, unreadableRows, meta } = await readPage({ page, limit }, signal)
    const fresh = plants.filter(({ id }) => !seen.has(id))
    for (const { id } of fresh) seen.add(id)
    yield { plants: fresh, seen: seen.size, total: Math.max(meta.total, seen.size) }
    const rows = plants.length + unreadableRows
    if (rows === 0 || (rows < limit && page >= meta.totalPages)) return
  }
}

/** Walks the list for the plant with a serial number. */
export async function findPlantBySerialNumber(
  serialNumber: string,
  signal: AbortSignal,
  onProgress: SearchProgress = () => undefined,
): Promise<PlantSearch> {
  let [seen, total] = [0, 0]
  for await (const page of walkPlants(signal)) {
    seen = page.seen
    total = page.total
    const plant = page.plants.find((candidate) => candidate.serialNumber === serialNumber)
    if (plant) return { plant, seen, total }
    onProgress(seen, total)
  }
  return { plant: undefined, seen, total }
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
  onSettled: rereadPlants,
})
