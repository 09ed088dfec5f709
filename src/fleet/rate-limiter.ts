import { minuteMs } from '@/lib/instants'
import { deviceNow } from '@/lib/server-clock'

/** Limits of the requests for the index. */
interface RateLimits {
  /** Requests per minute; Infinity for no limit. */
  perMinute: number
}

/**
 * Lets requests pass one by one: not while the tab is hidden, not faster than allowed, and none at all while the server
 * wants a pause.
 */
export class RateLimiter {
  private nextAtMs = 0
  private readonly betweenMs: number

  constructor({ perMinute }: RateLimits) {
    this.betweenMs = minuteMs / perMinute
  }

  /** Waits until a request may be sent. Throws the signal's reason when it is aborted. */
  async waitForTurn(signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted()
      await untilVisible(signal)
      const nowMs = deviceNow()
      if (this.nextAtMs <= nowMs) {
        this.nextAtMs = nowMs + this.betweenMs
        return
      }
      // A clock that was set back must not stop the requests for hours.
      await pause(Math.min(this.nextAtMs - nowMs, minuteMs), signal)
    }
  }

  /** Delays all requests for a time. */
  pauseFor(ms: number): void {
    this.nextAtMs = Math.max(this.nextAtMs, deviceNow() + ms)
  }
}

function untilVisible(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      if (document.visibilityState === 'hidden' && !signal.aborted) return
      document.removeEventListener('visibilitychange', settle)
      signal.removeEventListener('abort', settle)
      if (signal.aborted) reject(signal.reason)
      else resolve()
    }
    document.addEventListener('visibilitychange', settle)
    signal.addEventListener('abort', settle)
    settle()
  })
}

/** Waits. Rejects with the signal's reason when it is aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal.addEventListener('abort', stop)
  })
}
