import { useMemo } from 'react'
import { toServerTime } from '@/lib/server-clock'

/**
 * Returns the time of a reading by the server's clock (Unix ms), from React Query's `dataUpdatedAt`; 0 for never. It
 * stays the same for one reading, even when the estimate of the server's clock changes.
 */
export function useReadAt(dataUpdatedAt: number): number {
  return useMemo(() => (dataUpdatedAt === 0 ? 0 : toServerTime(dataUpdatedAt)), [dataUpdatedAt])
}
