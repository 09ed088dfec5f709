import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { untilNextLookMs } from './look-again'
import type { PlantDetail } from '@/api/plant-schemas'
import { plantQueries } from '@/api/plants'

/** What was read of a plant after an attempt. */
export interface PlantSince {
  /** Undefined before a reading that began after the attempt. */
  plant: PlantDetail | undefined
  error: Error | null
  isFetching: boolean
  /** Unix ms, device's clock; 0 before the first reading. */
  dataUpdatedAt: number
  readAgain: () => unknown
}

/** Reads a plant again, several times, after an attempt that failed at `failedAtMs`; never while there is none. */
export function usePlantSince(plantId: string, failedAtMs: number | undefined): PlantSince {
  const hasFailed = failedAtMs !== undefined
  const { data, error, isFetching, dataUpdatedAt, refetch } = useQuery({
    ...plantQueries.detail(plantId),
    enabled: hasFailed,
    refetchInterval: hasFailed ? () => untilNextLookMs(failedAtMs) : false,
  })
  useEffect(() => {
    if (failedAtMs !== undefined) void refetch()
  }, [failedAtMs, refetch])
  const isRead = hasFailed && dataUpdatedAt > failedAtMs
  return { plant: isRead ? data : undefined, error, isFetching, dataUpdatedAt, readAgain: refetch }
}
