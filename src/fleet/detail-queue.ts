// Readings of single plants, one after the other, for as long as something needs them.
import { type RateLimiter, pause } from './rate-limiter'
import { ApiError } from '@/api/errors'
import { isRetryable, retryDelayMs } from '@/api/query-client'
import { secondMs } from '@/lib/instants'

/** The readings of a queue, and its limits. */
interface QueueOptions<Reading> {
  /** Returns the readings that are due, the most important first. */
  due: () => Iterable<Reading>
  /** Identifies a reading, so that none is made twice at a time. */
  keyOf: (reading: Reading) => string
  /** Sends the request. Throws the client's errors. */
  read: (reading: Reading, signal: AbortSignal) => Promise<void>
  /** Called with a reading that failed for good. */
  onFailure: (reading: Reading, error: unknown) => void
  /** Called with an error when the queue pauses because the server fails, and with undefined after a success. */
  onTrouble: (error: unknown) => void
  limiter: RateLimiter
  concurrency: number
}

/** The order is found again after so many readings: meanwhile, another plant may be in trouble. */
const maxAtOnce = 40
/** Time after which the queue looks again when nothing is due. */
const idleMs = 2 * secondMs
/** A server that fails so many plants in a row is in trouble itself. */
const maxFailures = 4
const troubledMs = 60 * secondMs
const busyStatuses = new Set([429, 503])

/** Reads what is due, several plants at a time, until its signal is aborted; then it rejects with the signal's reason. */
export async function keepReading<Reading>(
  options: QueueOptions<Reading>,
  signal: AbortSignal,
): Promise<never> {
  const { due, keyOf, read, onFailure, onTrouble, limiter, concurrency } = options
  const underWay = new Set<string>()
  let left: Reading[] = []
  let failures = 0
  let isTroubled = false
  /** One wait for all workers, because finding what is due takes long in a large fleet. */
  let idle: Promise<void> | undefined

  function next(): Reading | undefined {
    if (left.length === 0 && !idle) {
      for (const reading of due()) {
        if (!underWay.has(keyOf(reading))) left.push(reading)
        if (left.length >= maxAtOnce) break
      }
      if (left.length === 0) {
        idle = pause(idleMs, signal).then(() => {
          idle = undefined
        })
      }
    }
    return left.shift()
  }

  async function take(reading: Reading): Promise<void> {
    const key = keyOf(reading)
    underWay.add(key)
    try {
      await limiter.waitForTurn(signal)
      await read(reading, signal)
      failures = 0
      onTrouble(undefined)
    } catch (error) {
      signal.throwIfAborted()
      // One broken plant must not delay the list, which the limiter serves as well.
      if (isServerBusy(error)) limiter.pauseFor(retryDelayMs(0, error))
      onFailure(reading, error)
      failures = isRetryable(error) ? failures + 1 : 0
      if (failures < maxFailures) return
      isTroubled = true
      onTrouble(error)
    } finally {
      underWay.delete(key)
    }
  }

  async function work(): Promise<void> {
    while (!isTroubled) {
      const reading = next()
      if (reading === undefined) await idle
      else await take(reading)
    }
  }

  for (;;) {
    signal.throwIfAborted()
    await Promise.all(Array.from({ length: Math.max(1, concurrency) }, work))
    await pause(troubledMs, signal)
    left = []
    isTroubled = false
    // The next failure shows that the server is still in trouble.
    failures = maxFailures - 1
  }
}

function isServerBusy(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false
  return busyStatuses.has(error.status) || error.retryAfterMs !== undefined
}
