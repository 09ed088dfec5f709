import type { Kysely } from 'kysely'
import type { Tables } from '#sandbox/database/tables'
import type { PlantRow } from '#sandbox/http/operation'
import { momentsOfDay } from '#sandbox/site-model/site-day'
import { type EnergyTotals, dayMs, integrate, longestIntervalMs, noEnergy } from './integrate'
import { siteOf } from './site-of-plant'

const stepMs = 5 * 60_000

/**
 * Today's energy of a plant without a client: what the model of its site says. One that cannot have reported
 * (not ACTIVE, not connected) has none, and that of one that has gone silent stands still.
 */
export async function simulatedEnergy(
  tx: Kysely<Tables>,
  plant: PlantRow,
  now: Date,
): Promise<EnergyTotals> {
  const isConnected = plant.status === 'ONLINE' || plant.status === 'DEGRADED'
  const seenMs = Date.parse(plant.lastSeenAt ?? '')
  if (plant.lifecycleStatus !== 'ACTIVE' || !isConnected || Number.isNaN(seenMs)) return noEnergy
  const nowMs = now.getTime()
  // Silence for longer would be a gap.
  const untilMs = Math.min(nowMs, seenMs + longestIntervalMs)
  const template = await tx
    .selectFrom('templates')
    .where('id', '=', plant.templateId)
    .select('signals')
    .executeTakeFirst()
  const site = siteOf(plant, template?.signals ?? null)
  // Whole steps only: within one, falling power would take back energy that was already told.
  const wholeStepsMs = Math.floor(untilMs / stepMs) * stepMs
  const dayStartMs = Math.floor(nowMs / dayMs) * dayMs
  const { days } = integrate(null, momentsOfDay(site, dayStartMs, wholeStepsMs, stepMs))
  return days.values().next().value ?? noEnergy
}
