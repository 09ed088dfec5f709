import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { ApiError } from '@/api/errors'
import { plantQueries } from '@/api/plants'
import { secondMs } from '@/lib/instants'
import { clockNow, subscribeToClock } from '@/ui/clock'

/** How old the state may be that somebody confirms. */
const oldestMs = 10 * secondMs
const everyMs = 5 * secondMs
const firstLookMs = 2 * secondMs
const lookForMs = 30 * secondMs

interface PlantReadingOptions {
  plantId: string
  isPaused: boolean
  /** When the latest attempt ended, Unix ms: what was read before says nothing about it. */
  failedAtMs: number | undefined
  isUnknown: boolean
}

/** The plant, read anew on opening and kept fresh while somebody decides; after an attempt, looked at again. */
export function usePlantReading(options: PlantReadingOptions) {
  const { plantId, isPaused, failedAtMs, isUnknown } = options
  const [openedAtMs] = useState(() => Date.now())
  const nowMs = useSyncExternalStore(subscribeToClock, clockNow)
  const query = useQuery({
    ...plantQueries.detail(plantId),
    refetchOnMount: 'always',
    refetchInterval: () => {
      if (isPaused) return false
      return isUnknown && failedAtMs !== undefined ? untilNextLookMs(failedAtMs) : everyMs
    },
  })
  const { data: plant, dataUpdatedAt, errorUpdatedAt, error, isFetching, refetch } = query
  const isGone = error instanceof ApiError && error.code === 'PLANT_NOT_FOUND'
  const sinceMs = failedAtMs ?? openedAtMs

  useEffect(() => {
    // A read under way may have begun before the attempt: it is broken off and made again.
    if (failedAtMs !== undefined) void refetch()
  }, [failedAtMs, refetch])

  return {
    plant,
    error,
    isGone: isGone && errorUpdatedAt >= sinceMs,
    isFetching,
    readAtMs: dataUpdatedAt,
    nowMs,
    /** Read since the dialog opened or the latest attempt ended. */
    isReread: plant !== undefined && dataUpdatedAt >= sinceMs,
    /** True for a state that may be acted on at this moment. */
    isFresh: (atMs: number) =>
      plant !== undefined &&
      error === null &&
      dataUpdatedAt >= openedAtMs &&
      atMs - dataUpdatedAt <= oldestMs,
    readAgain: () => refetch(),
  }
}
export type PlantReading = ReturnType<typeof usePlantReading>

function untilNextLookMs(failedAtMs: number): number | false {
  const passedMs = Date.now() - failedAtMs
  if (passedMs > lookForMs) return false
  return passedMs < firstLookMs ? firstLookMs : everyMs
}
