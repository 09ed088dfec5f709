import * as z from 'zod/mini'

/** The extent of a list, as far as `meta` is readable and does not contradict the rows received. */
export interface PageReach {
  total: number | undefined
  /** At least 1; undefined when unknown. */
  totalPages: number | undefined
  hasNext: boolean
}

/**
 * Reads the `meta` of a page. Numbers may be sent as text. Values that are missing, negative, fractional or
 * contradicted by the rows of this page count as unknown, so that a broken `meta` never hides rows.
 */
export function readPageMeta(
  meta: unknown,
  { page, limit }: { page: number; limit: number },
  rows: number,
): PageReach {
  const given = new Map<string, unknown>(
    typeof meta === 'object' && meta !== null ? Object.entries(meta) : [],
  )
  const proven = rows > 0 ? (page - 1) * limit + rows : 0
  const total = atLeast(proven, readCount(given.get('total')))
  const pagesGiven = atLeast(rows > 0 ? page : 0, readCount(given.get('totalPages')))
  const pagesOfTotal = total === undefined ? undefined : Math.ceil(total / limit)
  // A server that sends fewer rows than requested has more pages than its total suggests.
  const pages =
    pagesGiven === undefined ? pagesOfTotal : Math.max(pagesGiven, pagesOfTotal ?? pagesGiven)
  const totalPages = pages === undefined ? undefined : Math.max(pages, 1)
  return {
    total,
    totalPages,
    hasNext: totalPages === undefined ? rows >= limit : page < totalPages,
  }
}

/** Minimal schema of a page: it requires only that `data` is a list. */
export const openPageSchema = z.object({
  data: z.array(z.unknown()),
  meta: z.optional(z.unknown()),
})

function atLeast(least: number, count: number | undefined): number | undefined {
  return count !== undefined && count >= least ? count : undefined
}

function readCount(value: unknown): number | undefined {
  const isText = typeof value === 'string' && /^\d{1,15}$/.test(value.trim())
  const count = isText ? Number(value) : value
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : undefined
}
