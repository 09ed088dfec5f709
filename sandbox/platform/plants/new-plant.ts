import type { Insertable } from 'kysely'
import type { PlantTable } from '#sandbox/platform/database/tables'

/** Creates the row of a plant that was never provisioned, with the known columns. */
export function newPlant(
  organizationId: string,
  now: Date,
  known: Partial<Insertable<PlantTable>> & { name: string; serialNumber: string },
): Insertable<PlantTable> {
  const createdAt = now.toISOString()
  return {
    id: crypto.randomUUID(),
    organizationId,
    type: 'CONTROLLER',
    // The plant has never connected; OFFLINE means that it connected before.
    status: 'UNKNOWN',
    lifecycleStatus: 'PENDING',
    authMethod: 'MTLS',
    authFailureCount: 0,
    lastAuthFailureAt: null,
    lastSeenAt: null,
    activatedAt: null,
    certificateExpiresAt: null,
    certificateFingerprint: null,
    certificateSerialNumber: null,
    secretRotatedAt: null,
    templateId: null,
    metadata: null,
    latitude: null,
    longitude: null,
    capacityKwh: null,
    fvePeakPowerKwp: null,
    plantWithLoad: null,
    externalPlantId: null,
    esiState: null,
    configEnabled: null,
    description: null,
    tag: null,
    subDevices: null,
    simulated: null,
    createdAt,
    updatedAt: createdAt,
    ...known,
  }
}
