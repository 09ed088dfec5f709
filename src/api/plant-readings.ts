import { queryOptions } from '@tanstack/react-query'
import type { PlantDetail } from './plant-schemas'
import { plantQueries } from './plants'
import { passKeys } from './query-keys'

const maxAtOnce = 3

/**
 * Query options that read plants, a few at a time, each into its own query (`plantQueries.detail`). They fail only when
 * cancelled; the result has the failures by plant. `onRead` is called for each plant.
 */
export const plantReadings = (
  plantIds: readonly string[],
  onRead: (plant: PlantDetail) => void = () => undefined,
) =>
  queryOptions({
    queryKey: passKeys.plants(plantIds),
    queryFn: ({ client, signal }) =>
      readEach(
        plantIds,
        async (plantId) => onRead(await client.query(plantQueries.detail(plantId))),
        signal,
      ),
    structuralSharing: false,
    // Each plant's own query knows how old it is.
    staleTime: 0,
  })

/**
 * Query options that read the plants returned by `findUnknown`, a few at a time. They stay in the cache, so that their names
 * don't disappear. Fails only when cancelled; the result has the failures by plant.
 */
export const unknownPlants = (
  plantIds: readonly string[],
  findUnknown: () => Promise<readonly string[]>,
) =>
  queryOptions({
    queryKey: [...passKeys.plants(plantIds), 'unknown'],
    queryFn: async ({ client, signal }) =>
      readEach(
        await findUnknown(),
        (plantId) => client.query({ ...plantQueries.detail(plantId), gcTime: Infinity }),
        signal,
      ),
    structuralSharing: false,
  })

/** Calls a reading for each plant, a few at a time; returns the failures by plant. Rejects only when aborted. */
export async function readEach(
  plantIds: readonly string[],
  read: (plantId: string) => Promise<unknown>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, unknown>> {
  const failures = new Map<string, unknown>()
  const left = plantIds.values()
  const readOn = async () => {
    for (const plantId of left) {
      signal.throwIfAborted()
      await read(plantId).catch((error: unknown) => failures.set(plantId, error))
    }
  }
  await Promise.all(Array.from({ length: maxAtOnce }, readOn))
  return failures
}
