import type { Kysely } from 'kysely'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database } from '#sandbox/platform/database/open-database'
import type { Tables } from '#sandbox/platform/database/tables'

/**
 * Works through many rows a few at a time, each slice in a transaction of its own. Before it, between the slices
 * and after them the event loop has a turn: the database answers synchronously, so whoever asks meanwhile waits
 * for one slice, or the look that found the rows, but not for the fleet.
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
