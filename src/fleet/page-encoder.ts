import { type PageColumns, encodePlants } from './page-columns'
import type { PageReach } from '@/api/page-meta'
import { parsePage } from '@/api/plant-pages'
import type { ListPlantsQuery } from '@/api/plant-schemas'

/** One page of the list as columns. */
export interface EncodedPage {
  columns: PageColumns
  meta: PageReach
  /** Rows in the response, and those without a readable ID. */
  rows: number
  unreadableRows: number
}

/**
 * Encodes the body of a page whose rows count as read at `readAtMs` (Unix ms, server's clock). Throws `ContractError`.
 */
export function encodePage(
  body: ArrayBuffer,
  query: ListPlantsQuery,
  readAtMs: number,
): EncodedPage {
  const { plants, meta, rows, unreadableRows } = parsePage(body, query)
  return { columns: encodePlants(plants, readAtMs), meta, rows, unreadableRows }
}
