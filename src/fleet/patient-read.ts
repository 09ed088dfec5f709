import type { PoliteGate } from './polite-gate'
import { isRetryable, retryDelayMs } from '@/api/query-client'

const mostRetries = 3

/**
 * Reads through a gate, and again after 429, 5xx and network errors, when the server allows it. A failure holds all
 * requests of the gate. Throws the client's errors, and the signal's reason when it is aborted.
 */
export async function readPatiently<Read>(
  read: () => Promise<Read>,
  gate: PoliteGate,
  signal: AbortSignal,
): Promise<Read> {
  for (let attempt = 0; ; attempt += 1) {
    await gate.pass(signal)
    try {
      return await read()
    } catch (error) {
      signal.throwIfAborted()
      if (attempt >= mostRetries || !isRetryable(error)) throw error
      gate.pauseFor(retryDelayMs(attempt, error))
    }
  }
}
