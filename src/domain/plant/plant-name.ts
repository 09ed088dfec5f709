import type { Plant } from '@/api/plant-schemas'

/** Returns a text that always names a plant: its name, serial number or ID. */
export function plantLabel(plant: Pick<Plant, 'id' | 'name' | 'serialNumber'>): string {
  return plantName(plant) || plant.id
}

/** Returns the name of a plant, or its serial number when it has none; empty when it has neither. */
export function plantName({ name, serialNumber }: Pick<Plant, 'name' | 'serialNumber'>): string {
  return name || serialNumber
}
