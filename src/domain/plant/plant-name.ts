import type { Plant } from '@/api/plant-schemas'

/** Returns the name of a plant, or its serial number when it has none; empty when it has neither. */
export function plantName({ name, serialNumber }: Pick<Plant, 'name' | 'serialNumber'>): string {
  return name || serialNumber
}
