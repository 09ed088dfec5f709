import type { Kysely } from 'kysely'
import type { PlantRow, Tables } from '#sandbox/platform/database/tables'
import { demoEnergy } from '#sandbox/platform/oauth/demo-users'
import { storyPlants } from '#sandbox/world/fleet/story-plants'
import { hourMs } from '@/lib/instants'

const storySerialNumbers = storyPlants.map(({ serialNumber }) => serialNumber)

/** Serial number of the story's plant that reports itself as degraded. */
export const degradedSerialNumber = serialNumberOf('degraded')

/** Shortest remaining certificate lifetime (ms) that is useful for a plant that reconnects repeatedly. */
const minLifeMs = hourMs

export interface FieldCandidate {
  plant: PlantRow
  templateSignals: string | null
}

/** Returns plants by ID with the signals of their templates, oldest first; omits deleted plants. */
export async function plantsWithTemplates(
  database: Kysely<Tables>,
  plantIds: readonly string[],
): Promise<FieldCandidate[]> {
  if (plantIds.length === 0) return []
  const rows = await withTemplates(database)
    .where('plants.id', 'in', plantIds)
    .orderBy('plants.sequence')
    .execute()
  return candidates(rows)
}

/**
 * Returns demo plants that are shown as reporting without a client: first those of the stories, then the newest, which
 * are on the first page of the list.
 */
export async function plantsToCommission(
  database: Kysely<Tables>,
  limit: number,
  now: Date,
): Promise<FieldCandidate[]> {
  const earliestEnd = new Date(now.getTime() + minLifeMs).toISOString()
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
    .orderBy((order) => order('plants.serialNumber', 'in', storySerialNumbers), 'desc')
    .orderBy('plants.createdAt', 'desc')
    .limit(limit)
    .execute()
  return candidates(rows)
}

/** Returns the story's plant whose controller was swapped while the old one keeps trying to connect. */
export async function plantWithSwappedController(
  database: Kysely<Tables>,
): Promise<FieldCandidate | undefined> {
  const rows = await withTemplates(database)
    .where('plants.organizationId', '=', demoEnergy.id)
    .where('plants.serialNumber', '=', serialNumberOf('auth-failures'))
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
}

function serialNumberOf(storyKey: string): string {
  return storyPlants.find(({ key }) => key === storyKey)?.serialNumber ?? ''
}

type Joined = PlantRow & { templateSignals: string | null }

function candidates(rows: readonly Joined[]): FieldCandidate[] {
  return rows.map(({ templateSignals, ...plant }) => ({ plant, templateSignals }))
}
