import { type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { untilNextReadingMs } from './next-reading'
import { isLaterReading } from '@/domain/actions/later-reading'

interface ReadingSince<Subject> {
  /** The latest reading, even one from before the moment. */
  subject: Subject | undefined
  /** The latest reading since the moment; undefined until one arrives. */
  reading: Subject | 'gone' | undefined
  /** Error of the latest reading, if it failed after the moment. */
  error: Error | null
  isFetching: boolean
  /** Time at which `subject` was read, Unix ms, device's clock; 0 before the first time. */
  readAtMs: number
  /** Time of the latest conclusive reading: the subject's, or the response that it is gone. Like `readAtMs`. */
  checkedAtMs: number
  readAgain: () => unknown
}

export interface ReadingSinceOptions<Subject, Key extends QueryKey> {
  query: UseQueryOptions<Subject, Error, Subject, Key>
  /** Returns true for the error of a reading that proves that the subject no longer exists. */
  isGone: (error: unknown) => boolean
  /** The moment, Unix ms, device's clock; undefined reads nothing. */
  sinceMs: number | undefined
  /** Returns the milliseconds until the next reading, or false for none. By default the subject is read once. */
  nextReadMs?: () => number | false
}

/** Reads something again after a moment, and keeps earlier readings from being taken for later ones. */
export function useReadingSince<Subject, Key extends QueryKey>(
  options: ReadingSinceOptions<Subject, Key>,
): ReadingSince<Subject> {
  const { sinceMs, nextReadMs } = options
  const query = useQuery({
    ...options.query,
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
  const isGone = options.isGone(error)
  const current = isLater(dataUpdatedAt) ? data : undefined
  return {
    subject: data,
    reading: isGone ? 'gone' : current,
    error,
    isFetching,
    readAtMs: dataUpdatedAt,
    checkedAtMs: isGone ? errorUpdatedAt : dataUpdatedAt,
    readAgain: () => refetch(),
  }
}
