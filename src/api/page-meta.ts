import * as z from 'zod/mini'

/** Facts about the whole list that a page gives; undefined for those it doesn't. */
export interface PageReach {
  total: number | undefined
  totalPages: number | undefined
  hasNext: boolean
}

/** Reads the `meta` of a page. What is missing, odd or contradicted by the rows is unknown, so that it never hides rows. */
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

/** Any page, before its rows and its `meta` are read one by one. */
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
