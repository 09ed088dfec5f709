import { QueryClient, type QueryExecuteOptions, type QueryKey } from '@tanstack/react-query'
import { ApiError, ContractError, NotSentError } from './errors'
import type { Session } from '@/api/session/session'
import { viewerOf } from '@/api/session/session-state'

const maxRetries = 2
const firstDelayMs = 1_000
const retriedStatuses = new Set([408, 429])

/** Returns true when a failed read may be retried: network errors, timeouts, any 5xx, 408 and 429, but no other 4xx. */
export function isRetryable(error: unknown): boolean {
  if (error instanceof ApiError) return error.status >= 500 || retriedStatuses.has(error.status)
  return !(error instanceof ContractError || error instanceof NotSentError)
}

/** Returns the delay before a retry in milliseconds: the server's `Retry-After`, or full jitter up to 1 s, then 2 s. */
export function retryDelayMs(attempt: number, error: unknown): number {
  if (error instanceof ApiError && error.retryAfterMs !== undefined) return error.retryAfterMs
  return Math.random() * firstDelayMs * 2 ** attempt
}

/** Creates the query client. Mutations are never retried, never queued, and leave no secret in the cache. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: (failures, error) => failures < maxRetries && isRetryable(error),
        retryDelay: retryDelayMs,
        staleTime: 5_000,
      },
      mutations: { networkMode: 'always', retry: 0, gcTime: 0 },
    },
  })
}

/** Clears the cache whenever the user or the organization changes. Call it before the first read: another tab may have a newer session. */
export function clearBetweenPeople(
  session: Pick<Session, 'getState' | 'subscribe'>,
  queryClient: QueryClient,
): void {
  let last = viewerOf(session.getState())
  session.subscribe(() => {
    const viewer = viewerOf(session.getState())
    if (viewer !== last) queryClient.clear()
    last = viewer
  })
}

/** Starts a read that the page is about to make; the page itself shows a failure. */
export function prime<Data, Key extends QueryKey>(
  queryClient: QueryClient,
  options: QueryExecuteOptions<Data, Error, Data, Data, Key>,
): void {
  void queryClient.query(options).catch(() => undefined)
}
