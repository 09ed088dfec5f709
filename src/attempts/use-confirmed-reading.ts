import type { QueryKey } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { untilNextReadingMs } from './next-reading'
import { type ReadingSinceOptions, useReadingSince } from './use-reading-since'
import { secondMs } from '@/lib/instants'
import { deviceNow, toServerTime } from '@/lib/server-clock'
import { clockNow, subscribeToClock } from '@/ui/clock'

const everyMs = 5 * secondMs

interface ConfirmedReadingOptions<Subject, Key extends QueryKey> extends Pick<
  ReadingSinceOptions<Subject, Key>,
  'query' | 'isGone'
> {
  isPaused: boolean
  /** End of the latest attempt, Unix ms, device's clock. */
  failedAtMs: number | undefined
  isUnknown: boolean
}

/** Reads something when its dialog opens, keeps it fresh while the user decides, and reads it again after an attempt. */
export function useConfirmedReading<Subject, Key extends QueryKey>(
  options: ConfirmedReadingOptions<Subject, Key>,
) {
  const { query, isGone, isPaused, failedAtMs, isUnknown } = options
  const [openedAtMs] = useState(deviceNow)
  const [sinceMs, setSinceMs] = useState(openedAtMs)
  const nowMs = useSyncExternalStore(subscribeToClock, clockNow)
  // Kept when the failure is forgotten: readings from before the attempt still don't count.
  if (failedAtMs !== undefined && failedAtMs !== sinceMs) setSinceMs(failedAtMs)
  const { reading, readAtMs, checkedAtMs, ...rest } = useReadingSince({
    query,
    isGone,
    sinceMs,
    nextReadMs: () => {
      if (isPaused) return false
      return isUnknown ? untilNextReadingMs(sinceMs) : everyMs
    },
  })
  return {
    ...rest,
    /** The reading since the dialog opened or the latest attempt ended. */
    sinceThen: reading,
    isFailing: rest.error !== null,
    isGone: reading === 'gone',
    // Compared with the page's clock, so converted to it.
    openedAtMs: toServerTime(openedAtMs),
    readAtMs: readAtMs === 0 ? 0 : toServerTime(readAtMs),
    checkedAtMs: checkedAtMs === 0 ? 0 : toServerTime(checkedAtMs),
    nowMs,
  }
}

/** State of what is confirmed in a dialog. */
export type ConfirmedReading<Subject> = Omit<
  ReturnType<typeof useConfirmedReading<Subject, QueryKey>>,
  'subject'
>
