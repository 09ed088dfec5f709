import { newPlant } from './new-plant'
import { plantText } from './plant-rows'
import { isSerialNumberTaken } from './serial-numbers'
import { ApiProblem } from '#sandbox/platform/http/api-problem'
import { fleetOperation } from '#sandbox/platform/http/operation'
import { administrators } from '#sandbox/platform/oauth/roles'
import { plantSchema } from '@/api/plant-schemas'
import { createPlantSchema } from '@/api/plant-write-schemas'

export const createPlant = fleetOperation(
  {
    id: 'createPlant',
    method: 'post',
    path: '/plants',
    summary: 'Create a new plant',
    roles: administrators,
    body: { schema: createPlantSchema, textMembers: ['metadata'] },
    response: { status: 201, description: 'The plant', schema: plantSchema },
    badRequest: 'VALIDATION_ERROR',
    otherProblems: ['PLANT_ALREADY_EXISTS'],
  },
  async ({ platform, tx, organizationId, body, now, recordChanges }) => {
    if (await isSerialNumberTaken(tx, organizationId, body.serialNumber)) {
      throw new ApiProblem('PLANT_ALREADY_EXISTS', 'Plant with this serial number already exists', {
        details: ['serialNumber: Already taken by another plant'],
      })
    }
    recordChanges([
      { member: 'name', to: body.name },
      { member: 'serialNumber', to: body.serialNumber },
    ])
    const { sequence } = await tx
      .insertInto('plants')
      .values(newPlant(organizationId, now, { ...body, authMethod: body.authMethod ?? 'MTLS' }))
      .returning('sequence')
      .executeTakeFirstOrThrow()
    return plantText({ platform, tx }, sequence)
  },
)
