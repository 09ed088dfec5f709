import type { EncodedPage } from './page-encoder'
import { isRetryable } from '@/api/query-client'

/** Progress of a pass over the list; an interrupted pass resumes from there. */
export interface PassProgress {
  /** Pages that were read, counted from 1. */
  done: Set<number>
  /** As of the first page; undefined when unknown. */
  total: number | undefined
  totalPages: number | undefined
  /** True once the end of the list was seen. */
  isOver: boolean
}

/** Settings of a pass. */
interface PassOptions {
  /** Reads one page. */
  read: (page: number) => Promise<EncodedPage>
  /** Adds a page and returns the number of plants that no earlier page of this pass had. */
  onPage: (page: EncodedPage) => number
  progress: PassProgress
  /** Rows of a full page. */
  limit: number
  concurrency: number
  /** Longer lists are not read beyond their first page. */
  maxPlants: number
}

/** Returns the progress of a pass that hasn't started. */
export function noProgress(): PassProgress {
  return { done: new Set(), total: undefined, totalPages: undefined, isOver: false }
}

/**
 * Reads the pages of the list: the first one alone, because its total counts, then several at a time, and on while the
 * last one is full, whatever `meta` says. Pages that failed while others arrived are read once more. Returns false when the
 * list is too long. Rejects with the first error, after the requests under way have ended.
 */
export async function readPass(options: PassOptions): Promise<boolean> {
  const { read, onPage, progress, limit, concurrency, maxPlants } = options

  async function take(page: number): Promise<EncodedPage> {
    const encoded = await read(page)
    const fresh = onPage(encoded)
    progress.done.add(page)
    const isPastEnd = page >= (encoded.meta.totalPages ?? 0)
    // A server that keeps returning the same page has nothing more to offer.
    const isStuck = fresh === 0 && encoded.unreadableRows === 0
    if (encoded.rows === 0 || (isPastEnd && (encoded.rows < limit || isStuck)))
      progress.isOver = true
    return encoded
  }

  let next = 1
  async function takeUpTo(last: number): Promise<void> {
    for (;;) {
      while (progress.done.has(next)) next += 1
      // Pages before the end may still be missing from a pass that was interrupted.
      if (next > last || (progress.isOver && last === Infinity)) return
      next += 1
      await take(next - 1)
    }
  }

  if (!progress.done.has(1)) {
    const { meta } = await take(1)
    progress.totalPages = meta.totalPages
    progress.total = meta.total
  }
  // The limit may be lower than when an interrupted pass began.
  if ((progress.total ?? 0) > maxPlants) return false
  const last = progress.totalPages ?? 1
  /** Number of pages that had arrived when the first one failed. */
  let doneAtFailure: number | undefined
  /** Reads what is missing. Throws the first error, once the other requests have ended. */
  async function takeMissing(): Promise<void> {
    next = 1
    const readers = Array.from({ length: Math.max(1, concurrency) }, async () => {
      try {
        await takeUpTo(last)
      } catch (error) {
        doneAtFailure ??= progress.done.size
        throw error
      }
    })
    const failed = (await Promise.allSettled(readers)).find(({ status }) => status === 'rejected')
    if (failed?.status === 'rejected') throw failed.reason
  }
  try {
    await takeMissing()
  } catch (error) {
    // Some pages gave up while the server failed, and others found it well again.
    if (!isRetryable(error) || progress.done.size === doneAtFailure) throw error
    await takeMissing()
  }
  await takeUpTo(Infinity)
  return true
}
