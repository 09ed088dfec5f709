import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { onGone } from './gone-plants'
import { isPlantGone } from './plant-gone'
import type { PlantDetail } from './plant-schemas'
import { secondMs } from '@/lib/instants'

const staleAfterMs = 30 * secondMs

/** Query options for the fleet index. Its key isn't the plants', so that changing one doesn't reread all. */
export const fleetQueries = {
  /** `run` reads the whole list into the index. It retries by itself and continues when no component waits for it. */
  pass: (run: () => Promise<void>) =>
    queryOptions({
      queryKey: ['fleet', 'pass'],
      queryFn: async () => {
        await run()
        return true
      },
      staleTime: staleAfterMs,
      gcTime: Infinity,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    }),
}

function isDetailKey(key: unknown): key is readonly ['plants', 'detail', string] {
  const isOfThree = Array.isArray(key) && key.length === 3
  return isOfThree && key[0] === 'plants' && key[1] === 'detail' && typeof key[2] === 'string'
}

/** Calls back for each later reading of a single plant, and for each plant that is gone. */
export function watchPlants(
  queryClient: QueryClient,
  listener: { onRead: (plant: PlantDetail) => void; onGone: (plantId: string) => void },
): void {
  onGone(listener.onGone)
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated') return
    const key: unknown = event.query.queryKey
    if (!isDetailKey(key)) return
    // The key is that of `plantQueries.detail`, so the data are a plant.
    if (event.action.type === 'success') listener.onRead(event.query.state.data as PlantDetail)
    else if (event.action.type === 'error' && isPlantGone(event.action.error)) {
      listener.onGone(key[2])
    }
  })
}
