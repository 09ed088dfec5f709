import { useSyncExternalStore } from 'react'
import { subscribeToClock } from './clock'
import { retryWaitWords } from '@/lib/retry-wait'

interface RetryWaitProps {
  retryAtMs: number | undefined
}

/** Counts down visually to the next attempt; screen readers announce only the start and the end. */
export function RetryWait({ retryAtMs }: RetryWaitProps) {
  const reason = useRetryWait(retryAtMs)
  if (retryAtMs === undefined) return null
  return (
    <span role="status" className="tabular-nums">
      {reason === null ? (
        'You can try again now.'
      ) : (
        <span role="timer" aria-live="off">
          {reason}
        </span>
      )}
    </span>
  )
}

/** Returns the reason why a retry must wait, with a countdown; null as soon as it is allowed. */
export function useRetryWait(retryAtMs: number | undefined): string | null {
  return useSyncExternalStore(subscribeToClock, () =>
    retryAtMs === undefined ? null : retryWaitWords(retryAtMs - performance.now()),
  )
}
