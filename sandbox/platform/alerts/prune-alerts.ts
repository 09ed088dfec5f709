import { type Kysely, sql } from 'kysely'
import { inSlices } from '#sandbox/platform/database/in-slices'
import type { Database } from '#sandbox/platform/database/open-database'
import type { Tables } from '#sandbox/platform/database/tables'
import { dayMs, minuteMs } from '@/lib/instants'

/** Time (ms) for which resolved alerts are kept. */
const keptForMs = 90 * dayMs
/** Number of resolved alerts kept per plant. */
const keptOfPlant = 500

/** Period (ms) in which a plant must have had an alert resolved to be checked; the duties run more often than this. */
const latelyMs = 2 * minuteMs

const plantsAtATime = 500
const alertsAtATime = 150

/** Deletes resolved alerts that are too old or exceed the number kept per plant. Open alerts stay. */
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
  // With DISTINCT, SQLite would scan all alerts.
  const busyPlants = [...new Set(busy.map(({ plantId }) => plantId))]
  await inSlices(database, busyPlants, plantsAtATime, async (tx, slice) => {
    for (const plantId of await withMany(tx, slice)) await pruneOfPlant(tx, plantId)
  })
}

/** Returns the plants with too many resolved alerts; SQLite counts them in the index alone. */
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
    // A negative limit means no limit.
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
