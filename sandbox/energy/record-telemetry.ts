import type { Kysely } from 'kysely'
import { recordSampleAlerts } from '#sandbox/alerts/record-sample-alerts'
import type { Tables } from '#sandbox/database/tables'
import { recordSeen } from '#sandbox/presence/silence'
import type { TelemetrySample } from '#sandbox/protocol/messages'
import type { PowerSample } from './integrate'
import { freshSamples, powerSampleOf } from './power-sample'
import { recordEnergy } from './record-energy'

/** Takes in what a plant measured: that it was seen, its energy, its alerts. */
export async function recordTelemetry(
  tx: Kysely<Tables>,
  plantId: string,
  samples: readonly TelemetrySample[],
  now: Date,
): Promise<void> {
  const plant = await tx
    .selectFrom('plants')
    .leftJoin('lastSamples', 'lastSamples.plantId', 'plants.id')
    .leftJoin('templates', 'templates.id', 'plants.templateId')
    .where('plants.id', '=', plantId)
    .select(['signals', 'atMs', 'productionKw', 'gridKw'])
    .executeTakeFirst()
  // It may have been deleted while its message was under way.
  if (!plant) return
  await recordSeen(tx, plantId, now)
  const fresh = freshSamples(samples, plant.atMs, now)
  if (fresh.length === 0) return
  const power = fresh.flatMap((sample) => powerSampleOf(sample) ?? [])
  await recordEnergy(tx, plantId, lastOf(plant), power)
  await recordSampleAlerts(tx, { plantId, signalsText: plant.signals }, fresh, now)
}

function lastOf({ atMs, productionKw, gridKw }: Nullable<PowerSample>): PowerSample | null {
  if (atMs === null || productionKw === null || gridKw === null) return null
  return { atMs, productionKw, gridKw }
}

type Nullable<Row> = { [Column in keyof Row]: Row[Column] | null }
