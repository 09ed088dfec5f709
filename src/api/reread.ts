import type { Query, QueryClient, QueryKey } from '@tanstack/react-query'

const maxRereadMs = 3_000

/** Refetches everything under a key after a mutation; the promise waits at most 3 s, and not at all after a failure. */
export function reread(
  client: QueryClient,
  error: Error | null,
  filter: { queryKey: QueryKey; predicate?: (query: Query) => boolean },
): Promise<void> | undefined {
  const done = client.invalidateQueries(filter)
  if (error) return undefined
  return Promise.race([done, new Promise<void>((end) => setTimeout(end, maxRereadMs))])
}
