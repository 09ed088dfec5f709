// Pages are sorted newest first: a new plant appears on page 1, and a plant created while a client reads the pages is
// seen twice rather than missed. Plants with the same time keep the order of their creation.
import { type Kysely, sql } from 'kysely'
import type { PageAnchors } from './page-anchors'
import { plantPageBytes } from './plant-rows'
import type { Tables } from '#sandbox/platform/database/tables'
import { fleetOperation } from '#sandbox/platform/http/operation'
import { readers } from '#sandbox/platform/oauth/roles'
import { type ListPlantsQuery, listPlantsQuerySchema, plantPageSchema } from '@/api/plant-schemas'

export const listPlants = fleetOperation(
  {
    id: 'listPlants',
    method: 'get',
    path: '/plants',
    summary: 'List all plants',
    roles: readers,
    query: listPlantsQuerySchema,
    response: { status: 200, description: 'One page of plants', schema: plantPageSchema },
    badRequest: 'VALIDATION_ERROR',
  },
  async ({ platform, tx, organizationId, query }) => {
    const list = { organizationId, authMethod: query.authMethod }
    const { total, version } = await countPlants(tx, list)
    const sequences = await pageOf(platform.pageAnchors, tx, { ...list, ...query, total, version })
    const { page, limit } = query
    const meta = { page, limit, total, totalPages: Math.ceil(total / limit) }
    return plantPageBytes({ platform, tx }, sequences, meta)
  },
)

interface List {
  organizationId: string
  authMethod: ListPlantsQuery['authMethod']
}

/** Returns the number of plants in a list and the version of their order, both as of the transaction. */
async function countPlants(
  tx: Kysely<Tables>,
  { organizationId, authMethod }: List,
): Promise<{ total: number; version: number }> {
  const counts = tx.selectFrom('plantCounts').where('organizationId', '=', organizationId)
  const filtered = authMethod === undefined ? counts : counts.where('authMethod', '=', authMethod)
  return filtered
    .select(({ fn }) => [
      fn.coalesce(fn.sum<number>('total'), sql<number>`0`).as('total'),
      fn.coalesce(fn.sum<number>('version'), sql<number>`0`).as('version'),
    ])
    .executeTakeFirstOrThrow()
}

interface Page extends List {
  page: number
  limit: number
  total: number
  version: number
}

/** Returns the rows of a page, counted inside the index from the nearest position: either end or a known anchor. */
async function pageOf(
  anchors: PageAnchors,
  tx: Kysely<Tables>,
  { organizationId, authMethod, page, limit, total, version }: Page,
): Promise<number[]> {
  const start = (page - 1) * limit
  const size = Math.min(limit, total - start)
  if (size <= 0) return []
  const key = `${organizationId} ${authMethod ?? 'all'}`
  const anchor = anchors.nearest(key, version, start)
  const afterEnd = total - start - size
  const fromAnchor = anchor ? start - anchor.offset : start
  const fromOldest = afterEnd < fromAnchor
  let rows = tx.selectFrom('plants').where('organizationId', '=', organizationId)
  if (authMethod !== undefined) rows = rows.where('authMethod', '=', authMethod)
  if (anchor && !fromOldest) {
    const { createdAt, sequence } = anchor
    rows = rows.where(sql<boolean>`(createdAt, sequence) <= (${createdAt}, ${sequence})`)
  }
  const direction = fromOldest ? 'asc' : 'desc'
  const found = await rows
    .select(['sequence', 'createdAt'])
    .orderBy('createdAt', direction)
    .orderBy('sequence', direction)
    // From the newer side, one more row is read, because the next page begins with it.
    .limit(fromOldest ? size : size + 1)
    .offset(fromOldest ? afterEnd : fromAnchor)
    .execute()
  const newestFirst = fromOldest ? found.toReversed() : found
  for (const at of [0, size]) {
    const row = newestFirst[at]
    if (row) anchors.keep(key, version, { offset: start + at, ...row })
  }
  return newestFirst.slice(0, size).map(({ sequence }) => sequence)
}
