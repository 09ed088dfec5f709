import * as z from 'zod/mini'
import { requestBody } from './client'
import { tolerant } from './fields'
import { type PageReach, openPageSchema, readPageMeta } from './page-meta'
import { type ListPlantsQuery, type Plant, plantSchema } from './plant-schemas'
import { readResponse } from './responses'
import { templateSchema } from './templates'

/** Values in the place of unreadable members, which are marked as such. */
export const plantFallbacks = {
  name: '',
  serialNumber: '',
  type: '',
  status: '',
  lifecycleStatus: '',
  authMethod: '',
}

/** A template that keeps its row when a member can't be read. */
export const readableTemplateSchema = z.nullish(tolerant(templateSchema, { id: '', name: '' }))

/** A plant that keeps its row when a member can't be read. */
export const readablePlantSchema = tolerant(
  z.extend(plantSchema, { template: readableTemplateSchema }),
  plantFallbacks,
)

function readPlantPage(
  { data, meta }: z.infer<typeof openPageSchema>,
  query: ListPlantsQuery,
): PlantListPage {
  const plants = new Map<string, Plant>()
  let unreadableRows = 0
  for (const row of data) {
    const parsed = z.safeParse(readablePlantSchema, row)
    if (parsed.success) plants.set(parsed.data.id, parsed.data)
    else unreadableRows += 1
  }
  return {
    plants: [...plants.values()],
    unreadableRows,
    rows: data.length,
    meta: readPageMeta(meta, query, data.length),
  }
}

/** One page of plants as read: without duplicate ids, with the number of rows without a readable id. */
export interface PlantListPage {
  plants: Plant[]
  unreadableRows: number
  rows: number
  meta: PageReach
}

const pageResponse = {
  operation: 'listPlants',
  schema: openPageSchema,
  textMembers: ['data.*.metadata'],
} as const

/** Reads one page of the list. */
export async function readPage(
  query: ListPlantsQuery,
  signal: AbortSignal,
): Promise<PlantListPage> {
  return parsePage(await readPageBody(query, signal), query)
}

/** Reads one page of the list without looking at it, for `parsePage` in another thread. */
export function readPageBody(query: ListPlantsQuery, signal: AbortSignal): Promise<ArrayBuffer> {
  const { operation } = pageResponse
  return requestBody({
    operation,
    method: 'GET',
    path: '/plants',
    query,
    requestClass: 'read',
    signal,
  })
}

/** Parses the body of a page. Throws `ContractError`. */
export function parsePage(body: ArrayBuffer, query: ListPlantsQuery): PlantListPage {
  return readPlantPage(readResponse(pageResponse, body), query)
}
