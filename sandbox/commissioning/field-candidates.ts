import type { Kysely } from 'kysely'
import type { Tables } from '#sandbox/database/tables'
import type { PlantRow } from '#sandbox/http/operation'
import { demoEnergy } from '#sandbox/oauth/demo-users'

/** A certificate that ends within this is of no use to a plant that connects again and again. */
const shortestLifeMs = 60 * 60_000

/** A plant that can be made live, with what its template measures. */
export interface FieldCandidate {
  plant: PlantRow
  templateSignals: string | null
}

/** Plants by id, oldest first; those that are gone or may not connect any more are left out. */
export async function plantsInField(
  database: Kysely<Tables>,
  plantIds: readonly string[],
): Promise<FieldCandidate[]> {
  if (plantIds.length === 0) return []
  return candidates(await withTemplates(database).where('plants.id', 'in', plantIds).execute())
}

/** Plants of the demo that are shown as reporting while no client stands behind them, oldest first. */
export async function plantsToCommission(
  database: Kysely<Tables>,
  limit: number,
  now: Date,
): Promise<FieldCandidate[]> {
  const earliestEnd = new Date(now.getTime() + shortestLifeMs).toISOString()
  const rows = await withTemplates(database)
    .where('plants.organizationId', '=', demoEnergy.id)
    .where('plants.simulated', '=', 'REPORTING')
    .where('plants.lifecycleStatus', '=', 'ACTIVE')
    .where((where) =>
      where.or([
        where('plants.certificateExpiresAt', 'is', null),
        where('plants.certificateExpiresAt', '>', earliestEnd),
      ]),
    )
    .limit(limit)
    .execute()
  return candidates(rows)
}

/** The story's plant whose controller was swapped: the old one goes on knocking. */
export async function plantWithSwappedController(
  database: Kysely<Tables>,
): Promise<FieldCandidate | undefined> {
  const rows = await withTemplates(database)
    .where('plants.organizationId', '=', demoEnergy.id)
    .where('plants.serialNumber', '=', 'CPI-22-000103-8')
    .where('plants.lifecycleStatus', '=', 'ACTIVE')
    .where('plants.simulated', 'is not', null)
    .execute()
  return candidates(rows)[0]
}

function withTemplates(database: Kysely<Tables>) {
  return database
    .selectFrom('plants')
    .leftJoin('templates', 'templates.id', 'plants.templateId')
    .selectAll('plants')
    .select('templates.signals as templateSignals')
    .orderBy('plants.sequence')
}

type Joined = PlantRow & { templateSignals: string | null }

function candidates(rows: readonly Joined[]): FieldCandidate[] {
  return rows.map(({ templateSignals, ...plant }) => ({ plant, templateSignals }))
}
