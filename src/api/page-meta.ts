import * as z from 'zod/mini'

/** How far a list reaches, as far as `meta` says so readably and without contradicting the rows that came. */
export interface PageReach {
  /** Rows of all pages together; undefined when unknown. */
  total: number | undefined
  /** At least 1; undefined when unknown. */
  totalPages: number | undefined
  /** Without a known end, a full page may have another one behind it. */
  hasNext: boolean
}

/**
 * Reads the `meta` of a page. Numbers may come as text; what is missing, negative, fractional, or less than the
 * rows of this page prove, counts as unknown, so that a broken `meta` never hides rows.
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
  // A server that sends fewer rows than it was asked for has more pages than its total suggests.
  const pages =
    pagesGiven === undefined ? pagesOfTotal : Math.max(pagesGiven, pagesOfTotal ?? pagesGiven)
  const totalPages = pages === undefined ? undefined : Math.max(pages, 1)
  return {
    total,
    totalPages,
    hasNext: totalPages === undefined ? rows >= limit : page < totalPages,
  }
}

/** Schema of a page's `data` and `meta`, with nothing asked of either but that there is a list. */
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
