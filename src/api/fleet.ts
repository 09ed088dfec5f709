import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { onGone } from './gone-reports'
import { isPlantGone } from './plant-gone'
import type { PlantDetail } from './plant-schemas'
import { plantQueries } from './plants'
import { detailPlantId, passKeys, plantKeys } from './query-keys'
import { secondMs } from '@/lib/instants'
import { toServerTime } from '@/lib/server-clock'

const staleAfterMs = 30 * secondMs

/** Query options for the fleet index. Its key isn't the plants', so that changing one doesn't reread all. */
export const fleetQueries = {
  /** `run` reads the whole list into the index. It retries by itself and continues when no component waits for it. */
  pass: (run: (queryClient: QueryClient) => Promise<void>) =>
    queryOptions({
      queryKey: passKeys.fleet,
      queryFn: async ({ client }) => {
        await run(client)
        return true
      },
      staleTime: staleAfterMs,
      gcTime: Infinity,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    }),
}

interface PlantListener {
  onRead: (plant: PlantDetail) => void
  onGone: (plantId: string) => void
}

const watching = new WeakMap<QueryClient, Set<PlantListener>>()

/** Calls back for each later reading of a single plant, and for each plant that is gone; once for the same listener. */
export function watchPlants(queryClient: QueryClient, listener: PlantListener): void {
  const listeners = watching.get(queryClient) ?? new Set()
  if (listeners.has(listener)) return
  watching.set(queryClient, listeners.add(listener))
  onGone(listener.onGone)
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated') return
    const plantId = detailPlantId(event.query)
    if (plantId === undefined) return
    if (event.action.type === 'success') {
      const plant = queryClient.getQueryData(plantQueries.detail(plantId).queryKey)
      if (plant) listener.onRead(plant)
    } else if (event.action.type === 'error' && isPlantGone(event.action.error)) {
      listener.onGone(plantId)
    }
  })
}

/** Calls back for each reading of a single plant in the cache, with its time (Unix ms, server's clock). */
export function forEachReading(
  queryClient: QueryClient,
  onRead: (plant: PlantDetail, readAtMs: number) => void,
): void {
  for (const query of queryClient.getQueryCache().findAll({ queryKey: plantKeys.all })) {
    const plantId = detailPlantId(query)
    if (plantId === undefined) continue
    const plant = queryClient.getQueryData(plantQueries.detail(plantId).queryKey)
    if (plant) onRead(plant, toServerTime(query.state.dataUpdatedAt))
  }
}
