import { plantText } from './plant-rows'
import { plantOperation } from '#sandbox/platform/http/operation'
import { readers } from '#sandbox/platform/oauth/roles'
import { plantDetailSchema } from '@/api/plant-schemas'

const alertFields = [
  'id',
  'plantId',
  'type',
  'severity',
  'status',
  'message',
  'acknowledgedAt',
  'acknowledgedBy',
  'resolvedAt',
  'createdAt',
  'updatedAt',
] as const

/** Number of resolved alerts in the response, in addition to all open ones. */
const newestEnded = 100

export const getPlant = plantOperation(
  {
    id: 'getPlant',
    method: 'get',
    path: '/plants/{id}',
    summary: 'Get plant by ID',
    roles: readers,
    response: {
      status: 200,
      description: 'The plant with alerts, groups, position and energy-site fields',
      schema: plantDetailSchema,
    },
    badRequest: 'INVALID_UUID',
  },
  async ({ platform, tx, plant }) => {
    const ended = tx
      .selectFrom('alerts')
      .where('plantId', '=', plant.id)
      .where('resolvedAt', 'is not', null)
      .orderBy('createdAt', 'desc')
      .limit(newestEnded)
      .select('id')
    const alerts = await tx
      .selectFrom('alerts')
      .where('plantId', '=', plant.id)
      .where((test) => test.or([test('resolvedAt', 'is', null), test('id', 'in', ended)]))
      .orderBy('createdAt', 'desc')
      .select(alertFields)
      .execute()
    const plantGroups = await tx
      .selectFrom('plantGroups')
      .innerJoin('plantGroupMembers', 'plantGroupMembers.plantGroupId', 'plantGroups.id')
      .where('plantGroupMembers.plantId', '=', plant.id)
      .orderBy('plantGroups.name')
      .selectAll('plantGroups')
      .execute()
    return plantText({ platform, tx }, plant.sequence, {
      alerts,
      plantGroups,
      latitude: plant.latitude,
      longitude: plant.longitude,
      capacityKwh: plant.capacityKwh,
      fvePeakPowerKwp: plant.fvePeakPowerKwp,
      plantWithLoad: asBoolean(plant.plantWithLoad),
      externalPlantId: plant.externalPlantId,
      esiState: plant.esiState,
      configEnabled: asBoolean(plant.configEnabled),
      description: plant.description,
      tag: plant.tag,
    })
  },
)

function asBoolean(stored: number | null): boolean | null {
  return stored === null ? null : stored === 1
}
