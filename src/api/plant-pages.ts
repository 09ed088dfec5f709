import * as z from 'zod/mini'
import { request } from './client'
import { type PageMeta, pageMetaSchema, tolerant } from './fields'
import { type ListPlantsQuery, type Plant, plantSchema } from './plant-schemas'
import { templateSchema } from './templates'

/** What stands for required fields of a plant that cannot be read. */
export const plantFallbacks = {
  name: '',
  serialNumber: '',
  type: '',
  status: '',
  lifecycleStatus: '',
  authMethod: '',
}

/** Reading twin of a plant's template. */
export const readableTemplateSchema = z.nullish(tolerant(templateSchema, { name: '' }))

/** Reading twin of a plant as the list has it. */
export const readablePlantSchema = tolerant(
  z.extend(plantSchema, { template: readableTemplateSchema }),
  plantFallbacks,
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

/** Reads one page of the list. */
export function readPage(query: ListPlantsQuery, signal: AbortSignal): Promise<PlantPage> {
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

/** Told of each page of a walk: distinct plants seen, and how many there are. */
export type SearchProgress = (seen: number, total: number) => void

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
