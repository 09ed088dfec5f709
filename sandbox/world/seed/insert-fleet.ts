import type { Insertable, Kysely } from 'kysely'
import type { PlantTable, Tables } from '#sandbox/platform/database/tables'
import { withSimulatedMark } from '#sandbox/platform/plants/simulated-mark'
import type { SeedGroup, SeedPlant, SeedTemplate } from '#sandbox/world/fleet/seed-records'

export interface Fleet {
  templates: readonly SeedTemplate[]
  groups: readonly SeedGroup[]
  plants: Iterable<SeedPlant>
}

/** SQLite accepts 32,766 parameters per statement; a plant has about 30. */
const rowsPerInsert = 250

/**
 * Inserts a generated fleet into an organization; returns the number of plants. With `isSilent`, no plant is kept fresh
 * later, so their rows stay unchanged.
 */
export async function insertFleet(
  tx: Kysely<Tables>,
  organizationId: string,
  { templates, groups, plants }: Fleet,
  { isSilent = false }: { isSilent?: boolean } = {},
): Promise<number> {
  await insertTemplates(tx, templates)
  if (groups.length > 0) {
    await tx
      .insertInto('plantGroups')
      .values(groups.map((group) => ({ ...group, organizationId })))
      .execute()
  }
  let count = 0
  let batch: SeedPlant[] = []
  for (const plant of plants) {
    batch.push(isSilent ? { ...plant, simulated: 'SILENT' } : plant)
    if (batch.length < rowsPerInsert) continue
    await insertPlants(tx, organizationId, batch)
    count += batch.length
    batch = []
  }
  await insertPlants(tx, organizationId, batch)
  return count + batch.length
}

/** Inserts the templates, which belong to no organization; existing ones are kept. */
async function insertTemplates(
  tx: Kysely<Tables>,
  templates: readonly SeedTemplate[],
): Promise<void> {
  if (templates.length === 0) return
  const rows = templates.map(({ signals, actions, isSystem, ...template }) => ({
    ...template,
    isSystem: Number(isSystem),
    signals: JSON.stringify(signals),
    actions: JSON.stringify(actions),
  }))
  await tx
    .insertInto('templates')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function insertPlants(
  tx: Kysely<Tables>,
  organizationId: string,
  batch: readonly SeedPlant[],
): Promise<void> {
  if (batch.length === 0) return
  const rows = batch.map((plant): Insertable<PlantTable> => {
    const { groupIds: _groupIds, metadata, plantWithLoad, configEnabled, ...columns } = plant
    return {
      ...columns,
      organizationId,
      metadata: withSimulatedMark(metadata),
      plantWithLoad: plantWithLoad === null ? null : Number(plantWithLoad),
      configEnabled: Number(configEnabled),
    }
  })
  await tx.insertInto('plants').values(rows).execute()
  const members = batch.flatMap(({ id, groupIds }) =>
    groupIds.map((plantGroupId) => ({ plantId: id, plantGroupId })),
  )
  if (members.length > 0) await tx.insertInto('plantGroupMembers').values(members).execute()
}
