import { QueryClient, type QueryExecuteOptions, type QueryKey } from '@tanstack/react-query'
import { ApiError, ContractError, NotSentError } from './errors'
import type { Session } from '@/api/session/session'
import { usernameOf } from '@/api/session/session-state'

const mostRetries = 2
const firstDelayMs = 1_000
const retriedStatuses = new Set([408, 429, 503])

/** Whether a read that failed may be asked again: never after a 4xx, but for 408, 429 and 503. */
export function isRetryable(error: unknown): boolean {
  if (error instanceof ApiError) return error.status >= 500 || retriedStatuses.has(error.status)
  return !(error instanceof ContractError || error instanceof NotSentError)
}

/** Milliseconds to wait before a retry: what the server asked for, else full jitter over 1 s, 2 s. */
export function retryDelayMs(attempt: number, error: unknown): number {
  if (error instanceof ApiError && error.retryAfterMs !== undefined) return error.retryAfterMs
  return Math.random() * firstDelayMs * 2 ** attempt
}

/**
 * Reads retry by their class; mutations never do, are never kept for later (the default would send an
 * offline mutation once the network is back) and leave no secret in the cache.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: (failures, error) => failures < mostRetries && isRetryable(error),
        retryDelay: retryDelayMs,
        staleTime: 5_000,
      },
      mutations: { networkMode: 'always', retry: 0, gcTime: 0 },
    },
  })
}

/**
 * Empties the cache whenever someone else is signed in, or no one. Call it before the first read: another tab may
 * know a newer session than the one that this tab kept and has begun to read with.
 */
export function clearBetweenPeople(
  session: Pick<Session, 'getState' | 'subscribe'>,
  queryClient: QueryClient,
): void {
  let last = usernameOf(session.getState())
  session.subscribe(() => {
    const username = usernameOf(session.getState())
    if (username !== last) queryClient.clear()
    last = username
  })
}

/** Starts a read that the page is about to make; a failure is shown where the page reads it. */
export function prime<Data, Key extends QueryKey>(
  queryClient: QueryClient,
  options: QueryExecuteOptions<Data, Error, Data, Data, Key>,
): void {
  void queryClient.query(options).catch(() => undefined)
}
