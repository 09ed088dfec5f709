import type { Kysely } from 'kysely'
import { type EnergyTotals, noEnergy } from './energy-totals'
import { utcDay } from './integrate'
import type { PlantRow, Tables } from '#sandbox/platform/database/tables'
import { plantOperation } from '#sandbox/platform/http/operation'
import { readers } from '#sandbox/platform/oauth/roles'
import { energyTodaySchema } from '@/api/energy'

/** `GET /plants/{id}/energy/today`: kWh since 00:00 UTC. */
export const getEnergyToday = plantOperation(
  {
    id: 'getEnergyToday',
    method: 'get',
    path: '/plants/{id}/energy/today',
    summary: 'Energy summary for the plant for today (UTC)',
    roles: readers,
    response: { status: 200, description: 'Totals since 00:00 UTC', schema: energyTodaySchema },
    badRequest: 'INVALID_UUID',
  },
  async ({ platform, tx, plant, now }) => {
    const date = utcDay(now.getTime())
    const totals =
      plant.simulated === null
        ? await measuredEnergy(tx, plant, date)
        : await platform.energyWithoutClient(tx, plant, now)
    return JSON.stringify({ date, ...roundedTotals(totals) })
  },
)

/** Rounds totals for the API. The share is based on the rounded totals, so that clients can reproduce it. */
export function roundedTotals({ producedKwh, importedKwh, exportedKwh }: EnergyTotals) {
  const [produced, imported, exported] = [
    rounded(producedKwh, 3),
    rounded(importedKwh, 3),
    rounded(exportedKwh, 3),
  ]
  // A battery can export more than was produced today.
  const used = Math.max(0, produced - exported)
  const selfConsumptionPct = produced === 0 ? null : rounded((used / produced) * 100, 1)
  return { produced, imported, exported, selfConsumptionPct }
}

async function measuredEnergy(
  tx: Kysely<Tables>,
  plant: PlantRow,
  date: string,
): Promise<EnergyTotals> {
  const day = await tx
    .selectFrom('energyDays')
    .where('plantId', '=', plant.id)
    .where('date', '=', date)
    .select(['producedKwh', 'importedKwh', 'exportedKwh'])
    .executeTakeFirst()
  return day ?? noEnergy
}

function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals
  return Math.round(value * factor) / factor
}
