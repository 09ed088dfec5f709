import type { QueryClient } from '@tanstack/react-query'
import { ApiError } from './errors'
import { plantQueries } from './plants'

/** Searched for as text, because `fieldErrors` would bring its code to the first screen. */
const reference = /\b(templateId|organizationId)\b/

/** Returns true for `PLANT_NOT_FOUND`, unless its details name a field: then the object of that field is missing. */
export function isPlantGone(error: unknown): boolean {
  if (!(error instanceof ApiError) || error.code !== 'PLANT_NOT_FOUND') return false
  return !reference.test(JSON.stringify(error.details ?? ''))
}

/** Returns true when the latest reading of a plant said that it is gone. */
export function isKnownGone(queryClient: QueryClient, plantId: string): boolean {
  return isPlantGone(queryClient.getQueryState(plantQueries.detail(plantId).queryKey)?.error)
}
