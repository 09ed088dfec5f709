import { type PlantPage, readPage } from '@/api/plant-pages'
import type { ListPlantsQuery } from '@/api/plant-schemas'
import { isRetryable, retryDelayMs } from '@/api/query-client'

const mostRetries = 2

/**
 * Reads one page of the list, politely: not while the tab is hidden, and again after 429, 5xx and network errors, when
 * the server allows it. Throws the client's errors, and the signal's reason when it is aborted.
 */
export async function readPatiently(
  query: ListPlantsQuery,
  signal: AbortSignal,
): Promise<PlantPage> {
  for (let attempt = 0; ; attempt += 1) {
    await untilVisible(signal)
    try {
      return await readPage(query, signal)
    } catch (error) {
      signal.throwIfAborted()
      if (attempt >= mostRetries || !isRetryable(error)) throw error
      await pause(retryDelayMs(attempt, error), signal)
    }
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

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}
