import type { RateLimiter } from './rate-limiter'
import { isRetryable, retryDelayMs } from '@/api/query-client'

const maxRetries = 3

/**
 * Reads through a limiter, and again after 429, 5xx and network errors, when the server allows it. A failure delays all
 * requests of the limiter, and `onPause` is called with it. Throws the client's errors, and the signal's reason when it is aborted.
 */
export async function readWithRetries<Read>(
  read: () => Promise<Read>,
  limiter: RateLimiter,
  signal: AbortSignal,
  onPause?: (error: unknown, forMs: number) => void,
): Promise<Read> {
  for (let attempt = 0; ; attempt += 1) {
    await limiter.waitForTurn(signal)
    try {
      return await read()
    } catch (error) {
      signal.throwIfAborted()
      if (attempt >= maxRetries || !isRetryable(error)) throw error
      const forMs = retryDelayMs(attempt, error)
      onPause?.(error, forMs)
      limiter.pauseFor(forMs)
    }
  }
}
