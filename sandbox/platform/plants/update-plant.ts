import type { Kysely, Updateable } from 'kysely'
import { plantText } from './plant-rows'
import { isSerialNumberTaken } from './serial-numbers'
import { changesBetween } from '#sandbox/platform/audit/recorded-changes'
import type { PlantTable, Tables } from '#sandbox/platform/database/tables'
import { ApiProblem } from '#sandbox/platform/http/api-problem'
import { type PlantRequest, plantOperation } from '#sandbox/platform/http/operation'
import { administrators } from '#sandbox/platform/oauth/roles'
import { plantSchema } from '@/api/plant-schemas'
import { type UpdatePlant, updatePlantSchema } from '@/api/plant-write-schemas'

export const updatePlant = plantOperation(
  {
    id: 'updatePlant',
    method: 'patch',
    path: '/plants/{id}',
    summary: 'Update a plant',
    roles: administrators,
    body: { schema: updatePlantSchema, textMembers: ['metadata'] },
    response: { status: 200, description: 'The plant', schema: plantSchema },
    badRequest: 'BAD_REQUEST',
    otherProblems: ['SUPER_ADMIN_REQUIRED'],
  },
  async (request) => {
    const { platform, tx, plant, body, now, afterCommit, recordChanges } = request
    await checkOrganization(request)
    await checkTemplate(tx, body)
    recordChanges(changesBetween(plant, body))
    const organizationId = body.organizationId ?? plant.organizationId
    const serialNumber = body.serialNumber ?? plant.serialNumber
    if (await isSerialNumberTaken(tx, organizationId, serialNumber, plant.id)) {
      // The document has no 409 for PATCH.
      throw new ApiProblem('BAD_REQUEST', 'Plant with this serial number already exists', {
        details: ['serialNumber: Already taken by another plant'],
      })
    }
    if (organizationId !== plant.organizationId) {
      // Groups belong to the organization that the plant leaves.
      await tx.deleteFrom('plantGroupMembers').where('plantId', '=', plant.id).execute()
    }
    const { sequence } = await tx
      .updateTable('plants')
      .set({ ...changesOf(body), updatedAt: now.toISOString() })
      .where('id', '=', plant.id)
      .returning('sequence')
      .executeTakeFirstOrThrow()
    if (body.authMethod !== undefined && body.authMethod !== plant.authMethod) {
      // Packages and sessions of the previous method are useless now. Credentials are kept, so that an accidental
      // change can be undone.
      await tx.deleteFrom('provisioningPackages').where('plantId', '=', plant.id).execute()
      afterCommit(() => platform.credentialEvents.emit('ended', plant.id))
    }
    return plantText({ platform, tx }, sequence)
  },
)

/** Absent fields stay unchanged, including `authMethod`, for which the document gives a default. */
function changesOf(body: UpdatePlant): Updateable<PlantTable> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
}

async function checkOrganization({
  tx,
  body,
  caller,
}: PlantRequest<unknown, UpdatePlant>): Promise<void> {
  if (body.organizationId === undefined) return
  if (caller.role !== 'super-admin') {
    throw new ApiProblem('SUPER_ADMIN_REQUIRED', 'Only a super-admin can move a plant', {
      details: ['organizationId: Only a super-admin can change the organization'],
    })
  }
  const found = await tx
    .selectFrom('organizations')
    .where('id', '=', body.organizationId)
    .select('id')
    .executeTakeFirst()
  if (found) return
  throw new ApiProblem('BAD_REQUEST', 'Organization not found', {
    details: ['organizationId: No organization has this ID'],
  })
}

async function checkTemplate(tx: Kysely<Tables>, { templateId }: UpdatePlant): Promise<void> {
  if (templateId === undefined || templateId === null) return
  const template = await tx
    .selectFrom('templates')
    .where('id', '=', templateId)
    .select('level')
    .executeTakeFirst()
  if (!template) {
    throw new ApiProblem('PLANT_NOT_FOUND', 'Referenced template not found', {
      details: ['templateId: No template has this ID'],
    })
  }
  if (template.level !== 'PLANT') {
    throw new ApiProblem('BAD_REQUEST', 'A SUB_DEVICE template cannot be assigned to a plant', {
      details: ['templateId: This template is for sub-devices'],
    })
  }
}
