import { useSyncExternalStore } from 'react'
import { subscribeToClock } from './clock'

interface RetryWaitProps {
  /** When the server wants to be asked again, by `performance.now()`. */
  retryAtMs: number | undefined
}

/** Counts down to the next attempt for the eye; a screen reader hears the beginning and the end. */
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

/** The reason why a retry has to wait, in words that count down; null as soon as it may be made. */
export function useRetryWait(retryAtMs: number | undefined): string | null {
  const seconds = useSyncExternalStore(subscribeToClock, () =>
    retryAtMs === undefined ? 0 : secondsUntil(retryAtMs),
  )
  return seconds > 0 ? `Try again in ${seconds} s.` : null
}

function secondsUntil(retryAtMs: number): number {
  return Math.max(0, Math.ceil((retryAtMs - performance.now()) / 1000))
}
