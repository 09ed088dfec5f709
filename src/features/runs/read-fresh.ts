import {
  CancelledError,
  type QueryClient,
  type QueryExecuteOptions,
  type QueryKey,
} from '@tanstack/react-query'
import { ApiError } from '@/api/errors'
import { isRetryable } from '@/api/query-client'
import { deviceNow } from '@/lib/server-clock'

/** Readings that another page may cancel, one after another. */
const maxReadings = 3
const maxRetries = 2
/** A run reads thousands of plants, ms. */
const gcTime = 30_000

/**
 * Reads through the cache, by a request that begins now; `readAtMs` is when it ended (Unix ms, device's clock). Other pages may
 * cancel a reading, which then ends with what was known before: it is made again, and rejects after some attempts.
 */
export async function readFresh<Data, Key extends QueryKey>(
  queryClient: QueryClient,
  options: QueryExecuteOptions<Data, Error, Data, Data, Key>,
): Promise<{ data: Data; readAtMs: number }> {
  const { queryKey } = options
  for (let reading = 1; reading <= maxReadings; reading += 1) {
    // One under way may have begun before the request that it is read for.
    await queryClient.cancelQueries({ queryKey, exact: true })
    const sinceMs = deviceNow()
    try {
      const data = await queryClient.query({ ...options, staleTime: 0, gcTime, retry: isRetried })
      const readAtMs = queryClient.getQueryState(queryKey)?.dataUpdatedAt ?? 0
      if (readAtMs >= sinceMs) return { data, readAtMs }
    } catch (thrown) {
      if (!(thrown instanceof CancelledError)) throw thrown
    }
  }
  throw new Error('The reading was cancelled.')
}

/** After too many requests, the whole run waits instead. */
function isRetried(failures: number, error: Error): boolean {
  const isLimited = error instanceof ApiError && error.status === 429
  return !isLimited && failures < maxRetries && isRetryable(error)
}
