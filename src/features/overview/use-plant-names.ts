import type { Plant } from '@/api/plant-schemas'
import { useFleetPlants } from '@/fleet/use-fleet-plants'

/** Returns a function that finds what names a plant; one that has left the index is named by its ID. */
export function usePlantNames(): (plantId: string) => Pick<Plant, 'id' | 'name' | 'serialNumber'> {
  const { byId } = useFleetPlants()
  return (plantId) => byId([plantId]).found[0]?.plant ?? { id: plantId, name: '', serialNumber: '' }
}
