import type { Kysely } from 'kysely'
import { ApiProblem } from './api-problem'
import type { PlantRow, Tables } from '#sandbox/platform/database/tables'

/**
 * Returns a plant of an organization; plants of other organizations count as missing.
 * @throws ApiProblem PLANT_NOT_FOUND
 */
export async function findPlant(
  tx: Kysely<Tables>,
  organizationId: string,
  plantId: string,
): Promise<PlantRow> {
  const plant = await tx
    .selectFrom('plants')
    .where('id', '=', plantId)
    .where('organizationId', '=', organizationId)
    .selectAll()
    .executeTakeFirst()
  if (plant) return plant
  throw new ApiProblem('PLANT_NOT_FOUND', 'Plant not found')
}
