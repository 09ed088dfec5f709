import { inFleetThread } from './fleet-thread'
import { type EncodedPage, encodePage } from './page-encoder'
import { readPageBody } from '@/api/plant-pages'
import { serverNow } from '@/lib/server-clock'

/** Rows of a page: the API's maximum. */
export const pageLimit = 100

/** Reads one page of the list and encodes it, in a worker when there is one. Throws the client's errors. */
export async function readEncodedPage(page: number, signal: AbortSignal): Promise<EncodedPage> {
  const query = { page, limit: pageLimit }
  // Rows are as old as the request: what was read or changed meanwhile is newer.
  const requestedAtMs = serverNow()
  const body = await readPageBody(query, signal)
  const encoded = await inFleetThread(
    (thread) => thread.encodePage(body, query, requestedAtMs),
    () => encodePage(body, query, requestedAtMs),
  )
  signal.throwIfAborted()
  return encoded
}
