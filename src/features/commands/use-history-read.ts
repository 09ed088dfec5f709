import { useEffect, useState } from 'react'
import { isLaterReading } from '@/domain/actions/later-reading'
import { deviceNow } from '@/lib/server-clock'

interface HistoryQuery {
  dataUpdatedAt: number
  errorUpdatedAt: number
  refetch: () => unknown
}

/**
 * Reads the history again when a confirmation opens, because its warnings and the search for a lost command start from it.
 * Returns true once it has been read, or could not be.
 */
export function useHistoryRead({ dataUpdatedAt, errorUpdatedAt, refetch }: HistoryQuery): boolean {
  const [openedAtMs] = useState(deviceNow)
  useEffect(() => void refetch(), [refetch])
  return isLaterReading(Math.max(dataUpdatedAt, errorUpdatedAt), openedAtMs)
}
