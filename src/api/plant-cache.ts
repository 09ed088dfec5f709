/** Readers of the query cache for plants; the first screen needs none of them. */
import type { QueryClient } from '@tanstack/react-query'
import { reportGone } from './gone-reports'
import type { PlantListPage } from './plant-pages'
import type { Plant, PlantDetail } from './plant-schemas'
import { plantQueries } from './plants'
import { plantKeys } from './query-keys'
import type { Template } from './templates'
import { deviceNow, toServerTime } from '@/lib/server-clock'

/** Returns a plant from the latest list page that has it, and the time of reading (Unix ms, server's clock). */
export function findListedPlant(
  queryClient: QueryClient,
  plantId: string,
): { plant: Plant; readAtMs: number } | undefined {
  return queryClient
    .getQueryCache()
    .findAll({ queryKey: plantKeys.lists })
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
    .flatMap(({ state }) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every query under this key is one of `plantQueries.list`
      const page = state.data as PlantListPage | undefined
      const plant = page?.plants.find(({ id }) => id === plantId)
      return plant ? [{ plant, readAtMs: toServerTime(state.dataUpdatedAt) }] : []
    })[0]
}

/** Returns a plant from its own query, and the time of reading (Unix ms, server's clock). */
export function findReadPlant(
  queryClient: QueryClient,
  plantId: string,
): { plant: PlantDetail; readAtMs: number } | undefined {
  const state = queryClient.getQueryState(plantQueries.detail(plantId).queryKey)
  return state?.data && { plant: state.data, readAtMs: toServerTime(state.dataUpdatedAt) }
}

/** Cancels reads that started before a change has ended. Returns the time (Unix ms, device's clock) from which they count. */
export async function discardReadsUnderWay(
  queryClient: QueryClient,
  plantId: string,
): Promise<number> {
  await queryClient.cancelQueries({ queryKey: plantKeys.detail(plantId), exact: true })
  return deviceNow()
}

/** Removes a deleted or no longer visible plant from the cache, so that Back requests it again. */
export function forgetPlant(queryClient: QueryClient, plantId: string): void {
  queryClient.removeQueries({ queryKey: plantKeys.detail(plantId), exact: true, type: 'inactive' })
  reportGone(plantId)
}

/** Returns the distinct templates of all plants in the cache; the API has no list of templates. */
export function findTemplates(queryClient: QueryClient): Template[] {
  const read = queryClient.getQueriesData<Partial<PlantListPage & Plant>>({
    queryKey: plantKeys.all,
  })
  const templates = read.flatMap(([, data]) =>
    [data, ...(data?.plants ?? [])].flatMap((plant) => plant?.template ?? []),
  )
  const usable = templates.filter((template) => template.id !== '')
  return [...new Map(usable.map((template) => [template.id, template])).values()]
}
