import { useReadingSince } from './use-reading-since'
import { isPlantGone } from '@/api/plant-gone'
import { plantQueries } from '@/api/plants'

export type PlantSince = ReturnType<typeof usePlantSince>

interface PlantSinceOptions {
  plantId: string
  /** The moment, Unix ms, device's clock; undefined reads nothing. */
  sinceMs: number | undefined
  /** Returns the milliseconds until the next reading, or false for none. By default the plant is read once. */
  nextReadMs?: () => number | false
}

/** Reads a plant again after a moment; see `useReadingSince`. */
export function usePlantSince({ plantId, ...moment }: PlantSinceOptions) {
  const { subject: plant, ...rest } = useReadingSince({
    query: plantQueries.detail(plantId),
    isGone: isPlantGone,
    ...moment,
  })
  return { plant, ...rest }
}
