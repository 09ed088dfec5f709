import { useSyncExternalStore } from 'react'
import { clockNow, subscribeToClock } from '@/ui/clock'

/** The page's ticking clock, Unix ms. */
export function useNow(): number {
  return useSyncExternalStore(subscribeToClock, clockNow)
}
