import { type QueryClient, queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
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

/** Key of a single plant's query; its energy and commands have longer ones. */
const detailKey = z.tuple([z.literal('plants'), z.literal('detail'), z.string()])

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
    const key = z.safeParse(detailKey, event.query.queryKey)
    if (!key.success) return
    if (event.action.type === 'success') onRead(event.query.state.data as PlantDetail)
    else if (event.action.type === 'error' && isPlantGone(event.action.error)) onGone(key.data[2])
  })
}
