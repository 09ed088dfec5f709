import { type QueryClient, mutationOptions } from '@tanstack/react-query'
import { request } from './client'
import { messageSchema } from './fields'
import { readablePlantSchema } from './plant-pages'
import type { CreatePlant, UpdatePlant } from './plant-write-schemas'
import { plantPath, plantTextMembers } from './plants'
import { plantKeys } from './query-keys'
import { reread } from './reread'
import { stringifyWithText } from '@/lib/json-writing'

/** Refetches all plant data after a mutation; waits at most 3 s, and not at all after a failure. */
export function rereadPlants(
  _data: unknown,
  error: Error | null,
  _variables: unknown,
  _result: unknown,
  { client }: { client: QueryClient },
): Promise<void> | undefined {
  return reread(client, error, { queryKey: plantKeys.all })
}

/** Like `rereadPlants`, but never waits: for results to be shown immediately (a secret, a page to open). */
export function rereadPlantsLater(...settled: Parameters<typeof rereadPlants>): void {
  void rereadPlants(...settled)
}

/** Mutation options for creating a plant. 409 `PLANT_ALREADY_EXISTS` when the serial number is taken. */
export const createPlant = mutationOptions({
  mutationFn: ({ metadata, ...body }: CreatePlant) =>
    request({
      operation: 'createPlant',
      method: 'POST',
      path: '/plants',
      body: stringifyWithText(body, { metadata }),
      requestClass: 'write',
      schema: readablePlantSchema,
      textMembers: plantTextMembers,
    }),
  onSettled: rereadPlantsLater,
})

/** Mutation options for changing a plant. The body needs the current `authMethod`: its documented default is MTLS. */
export const updatePlant = mutationOptions({
  mutationFn: ({
    plantId,
    changes: { metadata, ...body },
  }: {
    plantId: string
    changes: UpdatePlant
  }) =>
    request({
      operation: 'updatePlant',
      method: 'PATCH',
      path: plantPath(plantId),
      body: stringifyWithText(body, { metadata }),
      requestClass: 'write',
      schema: readablePlantSchema,
      textMembers: plantTextMembers,
    }),
  onSettled: rereadPlants,
})

/** Mutation options for deleting a plant. Its own queries have nothing left to read, so they are not refetched. */
export const deletePlant = mutationOptions({
  mutationFn: (plantId: string) =>
    request({
      operation: 'deletePlant',
      method: 'DELETE',
      path: plantPath(plantId),
      requestClass: 'write',
      schema: messageSchema,
    }),
  onSettled: (_data, error, plantId, _result, { client }) =>
    reread(client, error, {
      queryKey: plantKeys.all,
      predicate: ({ queryKey }) => error !== null || queryKey[2] !== plantId,
    }),
})
