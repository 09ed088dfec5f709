import { type Kysely, sql } from 'kysely'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database } from '#sandbox/database/open-database'
import type { Tables } from '#sandbox/database/tables'

/** The database has one connection: whoever asks meanwhile waits for one slice, not for the fleet. */
const plantsAtATime = 1000

/** Plants seen longer ago than this (ms) are seen again. */
const staleAfterMs = 240_000

// From 5 to 200 s ago, by the first four digits of the id, which are random.
const digits = [1, 2, 3, 4].map((at) => sql`(instr('0123456789abcdef', substr(id, ${at}, 1)) - 1)`)
const share = sql`((((${digits[0]} * 16) + ${digits[1]}) * 16 + ${digits[2]}) * 16 + ${digits[3]}) / 65536.0`
const agoSeconds = sql`round(5 + 195 * ${share}, 3)`

/** Lets the plants that have no client, and yet report, be seen a moment ago. */
export async function keepSimulatedFresh(database: Database, now: Date): Promise<void> {
  for (;;) {
    const count = await database.transaction().execute((tx) => freshenSome(tx, now))
    if (count < plantsAtATime) return
    await nextTurn()
  }
}

async function freshenSome(tx: Kysely<Tables>, now: Date): Promise<number> {
  const stale = tx
    .selectFrom('plants')
    .where(sql<boolean>`simulated = 'REPORTING'`)
    .where('status', 'in', ['ONLINE', 'DEGRADED'])
    .where('lastSeenAt', '<', new Date(now.getTime() - staleAfterMs).toISOString())
    .select('sequence')
    .limit(plantsAtATime)
  const seenAt = sql<string>`strftime('%Y-%m-%dT%H:%M:%fZ', ${now.toISOString()}, -${agoSeconds} || ' seconds')`
  const { numUpdatedRows } = await tx
    .updateTable('plants')
    .set({ lastSeenAt: seenAt })
    .where('sequence', 'in', stale)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
