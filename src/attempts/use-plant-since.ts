import { useQuery } from '@tanstack/react-query'
import { untilNextLookMs } from './look-again'
import type { FailedAttempt } from './use-attempt'
import { outcomeOf } from '@/api/errors'
import type { PlantDetail } from '@/api/plant-schemas'
import { plantQueries } from '@/api/plants'

/** A plant as read after an attempt. */
export interface PlantSince {
  /** Undefined until a reading that began after the attempt arrives. */
  plant: PlantDetail | undefined
  error: Error | null
  isFetching: boolean
  /** Unix ms, device's clock; 0 before the first reading. */
  dataUpdatedAt: number
  readAgain: () => unknown
}

/**
 * Reads a plant again after a failed attempt: once after a refusal, several times after an unknown outcome, because the
 * request may still be executed. Reads nothing before an attempt fails, or when it was
 * not sent.
 */
export function usePlantSince(
  plantId: string,
  failed: Pick<FailedAttempt<unknown>, 'error' | 'atMs'> | undefined,
): PlantSince {
  const outcome = failed && outcomeOf(failed.error)
  const { data, error, isFetching, dataUpdatedAt, refetch } = useQuery({
    ...plantQueries.detail(plantId),
    enabled: outcome === 'unknown' || outcome === 'refused',
    // Earlier readings are no evidence of the outcome.
    staleTime: 0,
    refetchInterval: outcome === 'unknown' && failed ? () => untilNextLookMs(failed.atMs) : false,
  })
  const isRead = failed !== undefined && dataUpdatedAt > failed.atMs
  return { plant: isRead ? data : undefined, error, isFetching, dataUpdatedAt, readAgain: refetch }
}
