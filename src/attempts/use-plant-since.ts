import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { untilNextReadingMs } from './next-reading'
import { isPlantGone } from '@/api/plant-gone'
import type { PlantDetail } from '@/api/plant-schemas'
import { plantQueries } from '@/api/plants'
import { isLaterReading } from '@/domain/actions/later-reading'
import type { Reading } from '@/domain/plant/verdict'

export interface PlantSince {
  /** The latest reading, even one from before the moment. */
  plant: PlantDetail | undefined
  /** The latest reading since the moment; undefined until one arrives. */
  reading: Reading | undefined
  /** Error of the latest reading, if it failed after the moment. */
  error: Error | null
  isFetching: boolean
  /** Time at which `plant` was read, Unix ms, device's clock; 0 before the first time. */
  readAtMs: number
  /** Time of the latest conclusive reading: the plant's, or the response that it is gone. Like `readAtMs`. */
  checkedAtMs: number
  readAgain: () => unknown
}

interface PlantSinceOptions {
  plantId: string
  /** The moment, Unix ms, device's clock; undefined reads nothing. */
  sinceMs: number | undefined
  /** Returns the milliseconds until the next reading, or false for none. By default the plant is read once. */
  nextReadMs?: () => number | false
}

/** Reads a plant again after a moment, and keeps earlier readings from being taken for later ones. */
export function usePlantSince({ plantId, sinceMs, nextReadMs }: PlantSinceOptions): PlantSince {
  const query = useQuery({
    ...plantQueries.detail(plantId),
    enabled: sinceMs !== undefined,
    // An earlier reading doesn't count, however recent it is.
    staleTime: 0,
    refetchInterval: ({ state }) => {
      if (sinceMs === undefined) return false
      if (nextReadMs) return nextReadMs()
      // A reading that failed, or came too early, is repeated.
      return isLaterReading(state.dataUpdatedAt, sinceMs) ? false : untilNextReadingMs(sinceMs)
    },
  })
  const { data, dataUpdatedAt, errorUpdatedAt, isFetching, refetch } = query

  useEffect(() => {
    // Joins a reading in progress: those that began before an attempt ended were aborted.
    if (sinceMs !== undefined) void refetch({ cancelRefetch: false })
  }, [sinceMs, refetch])

  const isLater = (atMs: number) => sinceMs !== undefined && isLaterReading(atMs, sinceMs)
  const error = isLater(errorUpdatedAt) ? query.error : null
  const isGone = isPlantGone(error)
  const current = isLater(dataUpdatedAt) ? data : undefined
  return {
    plant: data,
    reading: isGone ? 'gone' : current,
    error,
    isFetching,
    readAtMs: dataUpdatedAt,
    checkedAtMs: isGone ? errorUpdatedAt : dataUpdatedAt,
    readAgain: () => refetch(),
  }
}
