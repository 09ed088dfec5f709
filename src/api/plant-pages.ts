import * as z from 'zod/mini'
import { readResponse, requestBody } from './client'
import { tolerant } from './fields'
import { type PageReach, openPageSchema, readPageMeta } from './page-meta'
import { type ListPlantsQuery, type Plant, plantSchema } from './plant-schemas'
import { templateSchema } from './templates'
import { isUnreadable } from '@/lib/unreadable'

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

/** Called for each page of a walk with the number of distinct plants seen and the total; undefined when unknown. */
export type SearchProgress = (seen: number, total: number | undefined) => void

/** The counts of one pass over all pages of the list, by which `completenessOf` judges it. */
export interface PassCounts {
  /** Number of distinct plants received so far. */
  plants: number
  /** `meta.total` of the first and of the latest page; undefined when not stated. */
  firstTotal: number | undefined
  latestTotal: number | undefined
  unreadableRows: number
  /** Rows of plants that an earlier page of this pass already had: proof that plants moved. */
  repeatedRows: number
  isEnded: boolean
}

/** The result of a search for a plant; without a `plant`, it is conclusive only if all plants were seen. */
export interface PlantSearch {
  plant: Plant | undefined
  /** Number of plants with a readable serial number. */
  seen: number
  /** Undefined when the list gives no total and its end was not reached. */
  total: number | undefined
  counts: PassCounts
}

const nothingRead: PassCounts = {
  plants: 0,
  firstTotal: undefined,
  latestTotal: undefined,
  unreadableRows: 0,
  repeatedRows: 0,
  isEnded: false,
}

interface WalkedPage {
  plants: Plant[]
  total: number | undefined
  counts: PassCounts
}

/** Walks the list while pages are full, whatever `meta` says; plants that move between pages are yielded once. */
async function* walkPlants(signal: AbortSignal): AsyncGenerator<WalkedPage, void> {
  const limit = 100
  const seen = new Set<string>()
  let [unreadable, repeated] = [0, 0]
  let [firstTotal, lastTotal]: (number | undefined)[] = []
  for (let page = 1; ; page += 1) {
    const { plants, unreadableRows, rows, meta } = await readPage({ page, limit }, signal)
    const fresh = plants.filter(({ id }) => !seen.has(id))
    for (const { id } of fresh) seen.add(id)
    unreadable += unreadableRows
    repeated += plants.length - fresh.length
    const isPastEnd = page >= (meta.totalPages ?? 0)
    // A server that keeps returning the same page has nothing more to offer.
    const isStuck = fresh.length === 0 && unreadableRows === 0
    const isLast = rows === 0 || (isPastEnd && (rows < limit || isStuck))
    if (page === 1) firstTotal = meta.total ?? undefined
    lastTotal = meta.total ?? lastTotal
    const known = isLast ? (lastTotal ?? seen.size + unreadable) : lastTotal
    const counts = {
      plants: seen.size,
      firstTotal,
      latestTotal: meta.total ?? undefined,
      unreadableRows: unreadable,
      repeatedRows: repeated,
      isEnded: isLast,
    }
    const total = known === undefined ? undefined : Math.max(known, seen.size)
    yield { plants: fresh, total, counts }
    if (isLast) return
  }
}

/** Walks the list to find the plant with a serial number. */
export async function findPlantBySerialNumber(
  serialNumber: string,
  signal: AbortSignal,
  onProgress: SearchProgress = () => undefined,
): Promise<PlantSearch> {
  let seen = 0
  let latest: WalkedPage | undefined
  for await (const page of walkPlants(signal)) {
    latest = page
    const { plants, total, counts } = page
    seen += plants.filter((candidate) => !isUnreadable(candidate, 'serialNumber')).length
    const plant = plants.find((candidate) => candidate.serialNumber === serialNumber)
    if (plant) return { plant, seen, total, counts }
    onProgress(seen, total)
  }
  const counts = latest?.counts ?? nothingRead
  return { plant: undefined, seen, total: latest?.total, counts }
}
