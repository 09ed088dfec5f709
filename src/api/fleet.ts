import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { isPlantGone } from './plant-gone'
import type { PlantDetail } from './plant-schemas'
import { secondMs } from '@/lib/instants'

/** A pass over the whole list is worth repeating after this time. */
const staleAfterMs = 30 * secondMs

/** Query options for the fleet index. Its key is apart from the plants', so that writing to one does not reread all. */
export const fleetQueries = {
  /** `run` reads the whole list into the index. It retries by itself and goes on when no component waits for it. */
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

const goneListeners = new Set<(plantId: string) => void>()

/** Reports a plant that was deleted or moved out of sight. */
export function reportGone(plantId: string): void {
  for (const listener of goneListeners) listener(plantId)
}

/**
 * Calls back for each later reading of a single plant, and for each plant that is gone, until the query client is
 * discarded.
 */
export function watchPlants(
  queryClient: QueryClient,
  { onRead, onGone }: { onRead: (plant: PlantDetail) => void; onGone: (plantId: string) => void },
): void {
  goneListeners.add(onGone)
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated') return
    const key: readonly unknown[] = event.query.queryKey
    const [room, kind, plantId, ...more] = key
    if (room !== 'plants' || kind !== 'detail' || typeof plantId !== 'string' || more.length > 0) {
      return
    }
    if (event.action.type === 'success') onRead(event.query.state.data as PlantDetail)
    else if (event.action.type === 'error' && isPlantGone(event.action.error)) onGone(plantId)
  })
}
