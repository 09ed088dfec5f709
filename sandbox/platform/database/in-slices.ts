import type { Kysely } from 'kysely'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database } from './open-database'
import type { Tables } from './tables'

/**
 * Processes many rows in slices, each in a separate transaction. Before, between and after the slices, the event loop
 * gets a turn: the database works synchronously, so other requests wait for one slice or for the query that found the
 * rows, but not for the whole fleet.
 */
export async function inSlices<Row>(
  database: Database,
  rows: readonly Row[],
  rowsAtATime: number,
  work: (tx: Kysely<Tables>, slice: readonly Row[]) => Promise<void>,
): Promise<void> {
  await nextTurn()
  for (let at = 0; at < rows.length; at += rowsAtATime) {
    const slice = rows.slice(at, at + rowsAtATime)
    await database.transaction().execute((tx) => work(tx, slice))
    await nextTurn()
  }
}
