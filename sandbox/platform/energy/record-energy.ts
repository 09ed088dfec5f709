import type { Kysely } from 'kysely'
import { isAhead } from './believable-samples'
import { type EnergyTotals, noEnergy, sumOf } from './energy-totals'
import { type PowerSample, integrate } from './integrate'
import { powerSeries, samplesOf } from './power-series'
import type { Tables } from '#sandbox/platform/database/tables'
import type { TelemetrySample } from '#sandbox/platform/protocol/messages'

/**
 * Adds samples, oldest first, to a plant's energy days; each meter continues from its own last sample. Days and last
 * samples are written in one transaction, so that after a crash a sample is either counted or sent again.
 */
export async function recordEnergy(
  tx: Kysely<Tables>,
  plantId: string,
  samples: readonly TelemetrySample[],
  now: Date,
): Promise<void> {
  const before = await lastSamplesOf(tx, plantId, now)
  const days = new Map<string, EnergyTotals>()
  const after = powerSeries.flatMap((series) => {
    const last = before.get(series.name) ?? null
    const counted = integrate(last, samplesOf(series, samples))
    for (const [date, area] of counted.days) {
      days.set(date, sumOf(days.get(date) ?? noEnergy, series.energyIn(area)))
    }
    if (!counted.last || counted.last === last) return []
    return [{ plantId, series: series.name, ...counted.last }]
  })
  for (const [date, energy] of days) await addToDay(tx, plantId, date, energy)
  if (after.length === 0) return
  await tx
    .insertInto('lastSamples')
    .values(after)
    .onConflict((conflict) =>
      conflict.columns(['plantId', 'series']).doUpdateSet((column) => ({
        atMs: column.ref('excluded.atMs'),
        kw: column.ref('excluded.kw'),
      })),
    )
    .execute()
}

async function lastSamplesOf(
  tx: Kysely<Tables>,
  plantId: string,
  now: Date,
): Promise<Map<string, PowerSample>> {
  const rows = await tx
    .selectFrom('lastSamples')
    .where('plantId', '=', plantId)
    .select(['series', 'atMs', 'kw'])
    .execute()
  const trusted = rows.filter(({ atMs }) => !isAhead(atMs, now))
  return new Map(trusted.map(({ series, atMs, kw }) => [series, { atMs, kw }]))
}

async function addToDay(
  tx: Kysely<Tables>,
  plantId: string,
  date: string,
  energy: EnergyTotals,
): Promise<void> {
  await tx
    .insertInto('energyDays')
    .values({ plantId, date, ...energy })
    .onConflict((conflict) =>
      conflict.columns(['plantId', 'date']).doUpdateSet((column) => ({
        producedKwh: column('energyDays.producedKwh', '+', column.ref('excluded.producedKwh')),
        importedKwh: column('energyDays.importedKwh', '+', column.ref('excluded.importedKwh')),
        exportedKwh: column('energyDays.exportedKwh', '+', column.ref('excluded.exportedKwh')),
      })),
    )
    .execute()
}
