import { queryOptions } from '@tanstack/react-query'
import { commandQueries } from './commands'
import { readEach } from './plant-readings'
import { passKeys } from './query-keys'

/**
 * Query options that read the first page of plants' command histories, a few at a time, each into its own query
 * (`commandQueries.page`). They fail only when cancelled; the result has the failures by plant. `isDue` is asked just before
 * each reading.
 */
export const historyReadings = (plantIds: readonly string[], isDue: (plantId: string) => boolean) =>
  queryOptions({
    // Not in `passKeys`, which the first screen loads.
    queryKey: [...passKeys.plants(plantIds), 'commands'],
    queryFn: ({ client, signal }) =>
      readEach(
        plantIds.filter(isDue),
        (plantId) => client.query(commandQueries.page(plantId, 1)),
        signal,
      ),
    structuralSharing: false,
    // The caller's own interval applies; coming back to this window doesn't read them again.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
