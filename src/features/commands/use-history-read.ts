import { useEffect } from 'react'
import { isLaterReading } from '@/domain/actions/later-reading'

interface HistoryQuery {
  dataUpdatedAt: number
  errorUpdatedAt: number
  refetch: () => unknown
}

/**
 * Reads the history again when the confirmation opens, because its warnings and the search for a lost command start from it.
 * Returns true once it has been read since `askedAtMs` (Unix ms, device's clock), or could not be.
 */
export function useHistoryRead(
  { dataUpdatedAt, errorUpdatedAt, refetch }: HistoryQuery,
  askedAtMs: number,
): boolean {
  useEffect(() => void refetch(), [refetch])
  return isLaterReading(Math.max(dataUpdatedAt, errorUpdatedAt), askedAtMs)
}
