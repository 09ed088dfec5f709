import type { QueryClient } from '@tanstack/react-query'
import { discardReadsUnderWay } from '@/api/plant-cache'
import { isPlantGone } from '@/api/plant-gone'
import type { PlantDetail } from '@/api/plant-schemas'
import { plantQueries } from '@/api/plants'

/** Reads a plant's current state with a new request, without the cache and without retries. */
export async function readPlantNow(
  queryClient: QueryClient,
  plantId: string,
): Promise<PlantDetail> {
  const detail = plantQueries.detail(plantId)
  await discardReadsUnderWay(queryClient, plantId)
  return queryClient.query({ ...detail, staleTime: 0, retry: false })
}

/** Reads a plant; resolves to true when the server reports that it doesn't exist, and to false when the read fails otherwise. */
export async function isGoneNow(queryClient: QueryClient, plantId: string): Promise<boolean> {
  try {
    await readPlantNow(queryClient, plantId)
    return false
  } catch (error) {
    return isPlantGone(error)
  }
}
