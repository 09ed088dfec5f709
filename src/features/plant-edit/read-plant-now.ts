import type { QueryClient } from '@tanstack/react-query'
import { discardReadsUnderWay } from '@/api/plant-cache'
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
