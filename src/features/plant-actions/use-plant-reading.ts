import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { isPlantGone } from '@/api/plant-gone'
import type { PlantDetail } from '@/api/plant-schemas'
import { plantQueries } from '@/api/plants'
import { untilNextLookMs } from '@/attempts/look-again'
import type { Reading } from '@/domain/actions/reconciliation'
import { secondMs } from '@/lib/instants'
import { deviceNow, toServerTime } from '@/lib/server-clock'
import { clockNow, subscribeToClock } from '@/ui/clock'

const everyMs = 5 * secondMs

interface PlantReadingOptions {
  plantId: string
  isPaused: boolean
  /** When the latest attempt ended, Unix ms, device's clock: what was read before says nothing about it. */
  failedAtMs: number | undefined
  isUnknown: boolean
}

/** The plant, read anew on opening and kept fresh while somebody decides; after an attempt, looked at again. */
export function usePlantReading(options: PlantReadingOptions) {
  const { plantId, isPaused, failedAtMs, isUnknown } = options
  const [openedAtMs] = useState(deviceNow)
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
  const isGone = isPlantGone(error)
  const sinceMs = failedAtMs ?? openedAtMs
  const isGoneNow = isGone && errorUpdatedAt >= sinceMs
  const isReread = plant !== undefined && dataUpdatedAt >= sinceMs

  useEffect(() => {
    // What was being read when the attempt ended was broken off.
    if (failedAtMs !== undefined) void refetch()
  }, [failedAtMs, refetch])

  return {
    plant,
    error,
    isFailing: error !== null,
    isGone: isGoneNow,
    isFetching,
    // What is compared with the clock on the page is told by that clock.
    openedAtMs: toServerTime(openedAtMs),
    readAtMs: dataUpdatedAt === 0 ? 0 : toServerTime(dataUpdatedAt),
    nowMs,
    isReread,
    /** What was read since the dialog opened or the latest attempt ended. */
    sinceThen: readSince(isGoneNow, isReread ? plant : undefined),
    readAgain: () => refetch(),
  }
}
export type PlantReading = ReturnType<typeof usePlantReading>

function readSince(isGone: boolean, plant: PlantDetail | undefined): Reading | undefined {
  return isGone ? 'gone' : plant
}
