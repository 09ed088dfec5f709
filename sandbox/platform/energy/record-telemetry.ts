import type { Kysely } from 'kysely'
import { believableSamples, isAhead } from './believable-samples'
import { recordEnergy } from './record-energy'
import { recordSampleAlerts } from '#sandbox/platform/alerts/record-sample-alerts'
import type { Tables } from '#sandbox/platform/database/tables'
import { recordSeen } from '#sandbox/platform/presence/silence'
import type { TelemetrySample } from '#sandbox/platform/protocol/messages'

export async function recordTelemetry(
  tx: Kysely<Tables>,
  plantId: string,
  samples: readonly TelemetrySample[],
  now: Date,
): Promise<void> {
  const plant = await tx
    .selectFrom('plants')
    .leftJoin('templates', 'templates.id', 'plants.templateId')
    .where('plants.id', '=', plantId)
    .select(['signals', 'judgedUntilMs', 'plants.createdAt'])
    .executeTakeFirst()
  // The plant may have been deleted in the meantime.
  if (!plant) return
  await recordSeen(tx, plantId, now)
  const believed = believableSamples(samples, now)
  await recordEnergy(tx, plantId, believed, now)
  const unjudged = notBefore(plant.judgedUntilMs, believed, now)
  const judgedUntilMs = unjudged.at(-1)?.ts
  if (judgedUntilMs === undefined) return
  const { signals, createdAt } = plant
  await recordSampleAlerts(tx, { plantId, signalsText: signals, createdAt }, unjudged, now)
  await tx.updateTable('plants').set({ judgedUntilMs }).where('id', '=', plantId).execute()
}

/** Omits samples older than the watermark, which would judge a state that is over. */
function notBefore(
  judgedUntilMs: number | null,
  samples: readonly TelemetrySample[],
  now: Date,
): readonly TelemetrySample[] {
  if (judgedUntilMs === null || isAhead(judgedUntilMs, now)) return samples
  // Samples with the same time are accepted, because a plant may send its meters separately.
  return samples.filter(({ ts }) => ts >= judgedUntilMs)
}
