import type { PlantType } from '@/api/plant-schemas'
import { lookUp } from '@/lib/look-up'

/** Opening of every message about a plant whose reading failed. */
export const plantNotLoaded = 'Couldn’t load the plant'

/** Reason for which a plant that was there before is left out. */
export const noLongerInFleet = 'No longer in the fleet'

/** Labels of the plant types (contract: `PlantType`). */
export const plantTypeWords: Record<PlantType, string> = {
  SENSOR: 'Sensor',
  ACTUATOR: 'Actuator',
  GATEWAY: 'Gateway',
  CONTROLLER: 'Controller',
}

/** Returns the label of a received plant type; unknown ones keep their raw name. */
export function plantTypeLabel(type: string): string {
  return lookUp(plantTypeWords, type) ?? (type || 'Not given')
}
