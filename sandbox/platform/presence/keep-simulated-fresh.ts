import { type Kysely, sql } from 'kysely'
import { inSlices } from '#sandbox/platform/database/in-slices'
import type { Database } from '#sandbox/platform/database/open-database'
import type { Tables } from '#sandbox/platform/database/tables'
import { connectedStates } from '#sandbox/platform/lifecycle/connected-states'

const plantsAtATime = 200

/** Age (ms) of the last contact from which a simulated plant is refreshed. */
const staleAfterMs = 240_000

// Delay from 5 to 200 s, derived from the first four digits of the ID, which are random.
const digits = [1, 2, 3, 4].map((at) => sql`(instr('0123456789abcdef', substr(id, ${at}, 1)) - 1)`)
const share = sql`((((${digits[0]} * 16) + ${digits[1]}) * 16 + ${digits[2]}) * 16 + ${digits[3]}) / 65536.0`
const agoSeconds = sql`round(5 + 195 * ${share}, 3)`

export async function keepSimulatedFresh(database: Database, now: Date): Promise<void> {
  // The order is that of the rows on disk, because neighbours share pages. Without +, SQLite scans all plants.
  const stale = await database
    .selectFrom('plants')
    .where(sql<boolean>`simulated = 'REPORTING'`)
    .where('status', 'in', connectedStates)
    .where('lastSeenAt', '<', new Date(now.getTime() - staleAfterMs).toISOString())
    .orderBy(sql`+sequence`)
    .select('sequence')
    .execute()
  const sequences = stale.map(({ sequence }) => sequence)
  await inSlices(database, sequences, plantsAtATime, (tx, slice) => freshen(tx, slice, now))
}

async function freshen(tx: Kysely<Tables>, sequences: readonly number[], now: Date): Promise<void> {
  const seenAt = sql<string>`strftime('%Y-%m-%dT%H:%M:%fZ', ${now.toISOString()}, -${agoSeconds} || ' seconds')`
  await tx
    .updateTable('plants')
    .set({ lastSeenAt: seenAt })
    .where(sql<boolean>`sequence in (select value from json_each(${JSON.stringify(sequences)}))`)
    // A plant may have gone live or been suspended in the meantime. With +, SQLite looks up by sequence.
    .where(sql<boolean>`+simulated = 'REPORTING' and status <> 'OFFLINE'`)
    .execute()
}
