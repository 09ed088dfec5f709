import type { Kysely } from 'kysely'
import { stringifyWithText } from '@/lib/json-text'
import type { Tables } from '#sandbox/database/tables'
import { ApiProblem } from '#sandbox/http/api-problem'
import type { PlantRow } from '#sandbox/http/operation'
import { templateTexts } from './template-texts'

/** A plant of an organization; another organization's plant does not exist for the caller. */
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

/** The JSON texts of plants as the list and the writes answer them. */
export async function plantTexts(
  tx: Kysely<Tables>,
  plants: readonly PlantRow[],
  detailOf: (plant: PlantRow) => Record<string, unknown> = () => ({}),
): Promise<string[]> {
  const templates = await templateTexts(
    tx,
    plants.map(({ templateId }) => templateId),
  )
  return plants.map((plant) =>
    stringifyWithText(
      { ...listFields(plant), ...detailOf(plant) },
      {
        template: plant.templateId === null ? null : (templates.get(plant.templateId) ?? null),
        metadata: plant.metadata,
      },
    ),
  )
}

function listFields(plant: PlantRow) {
  return {
    id: plant.id,
    name: plant.name,
    serialNumber: plant.serialNumber,
    type: plant.type,
    status: plant.status,
    lifecycleStatus: plant.lifecycleStatus,
    authMethod: plant.authMethod,
    authFailureCount: plant.authFailureCount,
    lastAuthFailureAt: plant.lastAuthFailureAt,
    lastSeenAt: plant.lastSeenAt,
    activatedAt: plant.activatedAt,
    certificateExpiresAt: plant.certificateExpiresAt,
    certificateFingerprint: plant.certificateFingerprint,
    certificateSerialNumber: plant.certificateSerialNumber,
    secretRotatedAt: plant.secretRotatedAt,
    organizationId: plant.organizationId,
    templateId: plant.templateId,
    createdAt: plant.createdAt,
    updatedAt: plant.updatedAt,
  }
}
