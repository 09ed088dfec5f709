import { type Kysely, sql } from 'kysely'
import { dayMs, minuteMs } from '@/lib/instants'
import type { Database } from '#sandbox/platform/database/open-database'
import type { Tables } from '#sandbox/platform/database/tables'
import { inSlices } from '#sandbox/platform/presence/in-slices'

/** Resolved alerts are kept for this long (ms), */
const keptForMs = 90 * dayMs
/** and so many of a plant. */
const keptOfPlant = 500

/** Only plants with an alert that ended lately can have too many; the duties look more often than that (ms). */
const latelyMs = 2 * minuteMs

const plantsAtATime = 500
const alertsAtATime = 150

/** Throws away resolved alerts that are old, or of which a plant has too many. Open ones stay. */
export async function pruneAlerts(database: Database, now: Date): Promise<void> {
  const old = await database
    .selectFrom('alerts')
    .where('resolvedAt', 'is not', null)
    .where('updatedAt', '<=', new Date(now.getTime() - keptForMs).toISOString())
    .select('id')
    .execute()
  await inSlices(database, old, alertsAtATime, remove)
  const busy = await database
    .selectFrom('alerts')
    .where('resolvedAt', 'is not', null)
    .where('updatedAt', '>', new Date(now.getTime() - latelyMs).toISOString())
    .select('plantId')
    .execute()
  // (Said with DISTINCT, SQLite would walk all alerts.)
  const busyPlants = [...new Set(busy.map(({ plantId }) => plantId))]
  await inSlices(database, busyPlants, plantsAtATime, async (tx, slice) => {
    for (const plantId of await withMany(tx, slice)) await pruneOfPlant(tx, plantId)
  })
}

/** Counted in the index alone. */
async function withMany(tx: Kysely<Tables>, plantIds: readonly string[]): Promise<string[]> {
  const ids = JSON.stringify(plantIds)
  const many = await tx
    .selectFrom('alerts')
    .where(sql<boolean>`plantId in (select value from json_each(${ids}))`)
    .groupBy('plantId')
    .having(({ fn }) => fn.countAll(), '>', keptOfPlant)
    .select('plantId')
    .execute()
  return many.map(({ plantId }) => plantId)
}

async function pruneOfPlant(tx: Kysely<Tables>, plantId: string): Promise<void> {
  const tooMany = await tx
    .selectFrom('alerts')
    .where('plantId', '=', plantId)
    .where('resolvedAt', 'is not', null)
    .orderBy('createdAt', 'desc')
    // A negative limit is none.
    .limit(-1)
    .offset(keptOfPlant)
    .select('id')
    .execute()
  await remove(tx, tooMany)
}

async function remove(tx: Kysely<Tables>, alerts: readonly { id: string }[]): Promise<void> {
  const ids = JSON.stringify(alerts.map(({ id }) => id))
  await tx
    .deleteFrom('alerts')
    .where(sql<boolean>`id in (select value from json_each(${ids}))`)
    .where('resolvedAt', 'is not', null)
    .execute()
}
