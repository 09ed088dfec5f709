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
  /** End of the latest attempt, Unix ms, device's clock. Earlier readings are no evidence of its outcome. */
  failedAtMs: number | undefined
  isUnknown: boolean
}

/** Reads a plant when its dialog opens, keeps it fresh while the user decides, and reads it again after an attempt. */
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
    // A reading in progress was aborted when the attempt ended.
    if (failedAtMs !== undefined) void refetch()
  }, [failedAtMs, refetch])

  return {
    plant,
    error,
    isFailing: error !== null,
    isGone: isGoneNow,
    isFetching,
    // Compared with the page's clock, so converted to it.
    openedAtMs: toServerTime(openedAtMs),
    readAtMs: dataUpdatedAt === 0 ? 0 : toServerTime(dataUpdatedAt),
    nowMs,
    isReread,
    /** The reading since the dialog opened or the latest attempt ended. */
    sinceThen: readSince(isGoneNow, isReread ? plant : undefined),
    readAgain: () => refetch(),
  }
}
/** State of the plant in the dialog of an action. */
export type PlantReading = ReturnType<typeof usePlantReading>

function readSince(isGone: boolean, plant: PlantDetail | undefined): Reading | undefined {
  return isGone ? 'gone' : plant
}
