import type { Kysely } from 'kysely'
import { stepMs } from './site'
import { momentsOfDay } from './site-day'
import { siteOf } from './site-of-plant'
import type { PlantRow, Tables } from '#sandbox/platform/database/tables'
import {
  type EnergyTotals,
  exchangedIn,
  noEnergy,
  producedIn,
  sumOf,
} from '#sandbox/platform/energy/energy-totals'
import {
  type Area,
  type PowerSample,
  integrate,
  maxIntervalMs,
  noArea,
} from '#sandbox/platform/energy/integrate'
import { isConnectedState } from '#sandbox/platform/lifecycle/connected-states'
import { dayMs } from '@/lib/instants'

/**
 * Returns today's energy of a plant without a client, from the model of its site. A plant that cannot have reported
 * (not ACTIVE or not connected) has no energy; for a silent plant, the totals stop growing.
 */
export async function simulatedEnergy(
  tx: Kysely<Tables>,
  plant: PlantRow,
  now: Date,
): Promise<EnergyTotals> {
  const seenMs = Date.parse(plant.lastSeenAt ?? '')
  if (plant.lifecycleStatus !== 'ACTIVE' || !isConnectedState(plant.status) || Number.isNaN(seenMs))
    return noEnergy
  const nowMs = now.getTime()
  // A longer silence counts as a gap.
  const untilMs = Math.min(nowMs, seenMs + maxIntervalMs)
  const template = await tx
    .selectFrom('templates')
    .where('id', '=', plant.templateId)
    .select('signals')
    .executeTakeFirst()
  const site = siteOf(plant, template?.signals ?? null)
  // Only whole steps count: within a step, falling power would reduce totals that were already returned.
  const wholeStepsMs = Math.floor(untilMs / stepMs) * stepMs
  const dayStartMs = Math.floor(nowMs / dayMs) * dayMs
  const moments = momentsOfDay(site, dayStartMs, wholeStepsMs)
  const produced = moments.map(({ atMs, productionKw }) => ({ atMs, kw: productionKw }))
  const exchanged = moments.map(({ atMs, gridKw }) => ({ atMs, kw: gridKw }))
  return sumOf(producedIn(areaOfDay(produced)), exchangedIn(areaOfDay(exchanged)))
}

function areaOfDay(samples: readonly PowerSample[]): Area {
  return integrate(null, samples).days.values().next().value ?? noArea
}
