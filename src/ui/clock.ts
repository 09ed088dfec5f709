// One ticking clock, in server time, for all ages shown on the page. It stops while the page is hidden or no component
// subscribes.
import { serverNow } from '@/lib/server-clock'

const tickMs = 1000
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let readMs = 0

function tick(): void {
  readMs = serverNow()
  for (const listener of listeners) listener()
}

function runOrPause(): void {
  const shouldRun = listeners.size > 0 && document.visibilityState === 'visible'
  if (shouldRun && timer === undefined) {
    timer = setInterval(tick, tickMs)
    tick()
  } else if (!shouldRun && timer !== undefined) {
    clearInterval(timer)
    timer = undefined
  }
}

/** Starts the clock for a listener (for useSyncExternalStore); returns the unsubscribe function. */
export function subscribeToClock(listener: () => void): () => void {
  if (listeners.size === 0) document.addEventListener('visibilitychange', runOrPause)
  listeners.add(listener)
  runOrPause()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    document.removeEventListener('visibilitychange', runOrPause)
    runOrPause()
  }
}

/** Returns the time of the last tick in Unix ms, so that all readers of a render agree. */
export function clockNow(): number {
  const nowMs = serverNow()
  if (Math.abs(nowMs - readMs) >= tickMs) readMs = nowMs
  return readMs
}
