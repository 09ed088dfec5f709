import { topicsOf } from '#sandbox/platform/protocol/topics'
import type { PlantPackage } from '#sandbox/world/field/plant-package'
import type { Site } from '#sandbox/world/site-model/site'

export const plantId = '0f8c2f52-6b1e-4a55-9d0b-6a4f3d1c2b7a'
export const secret = 'a-secret-of-the-plant'

export const roof: Site = {
  seed: plantId,
  latitude: 50,
  longitude: 15,
  fvePeakPowerKwp: 50,
  capacityKwh: 100,
  plantWithLoad: true,
  hasEngine: false,
}

/** Creates a package with a password; its broker doesn't exist. */
export function samplePackage(security: Partial<PlantPackage['security']> = {}): PlantPackage {
  return {
    plantId,
    authMethod: 'PASSWORD',
    mqtt: { broker: 'localhost', port: 8883, topics: topicsOf(plantId) },
    protocol: {},
    security: {
      caCert: 'no certificate',
      hmacSecret: secret,
      username: 'plc-0f8c2f52',
      password: 'right',
      ...security,
    },
  }
}
