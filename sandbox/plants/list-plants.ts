// Newest first: what was just created is on page 1, and a plant created while a client walks the pages is
// seen twice rather than missed. Plants of the same moment keep the order in which they came.
import { type Kysely, sql } from 'kysely'
import { type ListPlantsQuery, listPlantsQuerySchema, plantPageSchema } from '@/api/plant-schemas'
import type { Tables } from '#sandbox/database/tables'
import { fleetOperation } from '#sandbox/http/operation'
import { readers } from '#sandbox/oauth/roles'
import { plantTexts } from './plant-rows'

/** `GET /plants` */
export const listPlants = fleetOperation(
  {
    id: 'listPlants',
    method: 'get',
    path: '/plants',
    summary: 'List all plants',
    roles: readers,
    query: listPlantsQuerySchema,
    answer: { status: 200, description: 'One page of plants', schema: plantPageSchema },
    badRequest: 'VALIDATION_ERROR',
  },
  async ({ tx, organizationId, query }) => {
    const total = await countPlants(tx, organizationId, query)
    const sequences = await pageOf(tx, organizationId, query, total)
    const { page, limit } = query
    const meta = { page, limit, total, totalPages: Math.ceil(total / limit) }
    const data = await plantTexts(tx, sequences)
    return `{"data":[${data.join(',')}],"meta":${JSON.stringify(meta)}}`
  },
)

async function countPlants(
  tx: Kysely<Tables>,
  organizationId: string,
  { authMethod }: ListPlantsQuery,
): Promise<number> {
  const counts = tx.selectFrom('plantCounts').where('organizationId', '=', organizationId)
  const filtered = authMethod === undefined ? counts : counts.where('authMethod', '=', authMethod)
  const { total } = await filtered
    .select(({ fn }) => fn.coalesce(fn.sum<number>('total'), sql<number>`0`).as('total'))
    .executeTakeFirstOrThrow()
  return total
}

/** The rows of a page, counted off inside the index from the end that is nearer. */
async function pageOf(
  tx: Kysely<Tables>,
  organizationId: string,
  { page, limit, authMethod }: ListPlantsQuery,
  total: number,
): Promise<number[]> {
  const start = (page - 1) * limit
  const size = Math.min(limit, total - start)
  if (size <= 0) return []
  const afterEnd = total - start - size
  const fromOldest = afterEnd < start
  const direction = fromOldest ? 'asc' : 'desc'
  const plants = tx.selectFrom('plants').where('organizationId', '=', organizationId)
  const filtered = authMethod === undefined ? plants : plants.where('authMethod', '=', authMethod)
  const found = await filtered
    .select('sequence')
    .orderBy('createdAt', direction)
    .orderBy('sequence', direction)
    .limit(size)
    .offset(fromOldest ? afterEnd : start)
    .execute()
  const sequences = found.map(({ sequence }) => sequence)
  return fromOldest ? sequences.toReversed() : sequences
}
