import { insertFleet } from './insert-fleet'
import type { Database } from '#sandbox/platform/database/open-database'
import { demoEnergy, otherEnergy } from '#sandbox/platform/oauth/demo-users'
import { generateFleet } from '#sandbox/world/fleet/fleet'

const otherPlants = 12

/**
 * Fills a new data folder with the demo fleet and a second, small fleet. Everything happens in one transaction,
 * including the note that it is done, so after a crash the next start fills it.
 */
export async function seedDataFolder(
  database: Database,
  { plants, seed, now }: { plants: number; seed: number; now: Date },
): Promise<void> {
  await database.transaction().execute(async (tx) => {
    const seeded = await tx
      .selectFrom('settings')
      .where('name', '=', 'seeded')
      .select('value')
      .executeTakeFirst()
    if (seeded) return
    await insertFleet(tx, demoEnergy.id, generateFleet({ seed, count: plants, now }))
    // Another seed keeps the IDs of the two fleets different.
    const other = generateFleet({
      seed: seed + 1_000_003,
      count: otherPlants,
      now,
      stories: false,
    })
    await insertFleet(tx, otherEnergy.id, other)
    const value = JSON.stringify({ plants, seed, at: now.toISOString() })
    await tx.insertInto('settings').values({ name: 'seeded', value }).execute()
  })
}

export async function countAllPlants(database: Database): Promise<number> {
  const { total } = await database
    .selectFrom('plantCounts')
    .select(({ fn }) => fn.sum<number | null>('total').as('total'))
    .executeTakeFirstOrThrow()
  return total ?? 0
}
