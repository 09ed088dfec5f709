/** Readings of single plants for figures of the whole fleet, through the same queries as a plant's page. */
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { type EnergyToday, energyQueries } from './energy'
import type { PlantDetail } from './plant-schemas'
import { plantQueries } from './plants'
import { passKeys } from './query-keys'
import { deviceNow, toServerTime } from '@/lib/server-clock'

/** A response and the time at which it arrived, Unix ms, server's clock. */
interface ReadDetail<Read> {
  read: Read
  readAtMs: number
}

/** Unless a page has the plant as well, its response leaves the cache at once: a fleet's would fill the memory. */
const passing = { gcTime: 0, retry: false } as const

/** Reads a plant, or takes it from the cache when it was just read. Throws the client's errors. */
export async function readPlantDetail(
  queryClient: QueryClient,
  plantId: string,
): Promise<ReadDetail<PlantDetail>> {
  const options = plantQueries.detail(plantId)
  const read = await queryClient.query({ ...options, ...passing })
  return { read, readAtMs: readAtMsOf(queryClient.getQueryState(options.queryKey)) }
}

/** Reads a plant's energy of today, or takes it from the cache when it was just read. Throws the client's errors. */
export async function readPlantEnergy(
  queryClient: QueryClient,
  plantId: string,
): Promise<ReadDetail<EnergyToday>> {
  const options = energyQueries.today(plantId)
  const read = await queryClient.query({ ...options, ...passing })
  return { read, readAtMs: readAtMsOf(queryClient.getQueryState(options.queryKey)) }
}

function readAtMsOf(state: { dataUpdatedAt: number } | undefined): number {
  return toServerTime(state?.dataUpdatedAt ?? deviceNow())
}

/** Query options for asking for all details again: each refresh calls `askAgain`, which returns at once. */
export const detailRound = (askAgain: () => void) =>
  queryOptions({
    queryKey: passKeys.details,
    queryFn: () => {
      askAgain()
      return true
    },
    staleTime: Infinity,
    gcTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
