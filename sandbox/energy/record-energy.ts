import type { Kysely } from 'kysely'
import type { Tables } from '#sandbox/database/tables'
import { type PowerSample, integrate } from './integrate'

/**
 * Adds samples to a plant's days, going on from the last one counted. Day and last sample are written in one
 * transaction, so after a crash a sample is either counted or comes again.
 */
export async function recordEnergy(
  tx: Kysely<Tables>,
  plantId: string,
  last: PowerSample | null,
  samples: readonly PowerSample[],
): Promise<void> {
  const counted = integrate(last, samples)
  if (!counted.last || counted.last === last) return
  for (const [date, energy] of counted.days) {
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
  const { atMs, productionKw, gridKw } = counted.last
  await tx
    .insertInto('lastSamples')
    .values({ plantId, atMs, productionKw, gridKw })
    .onConflict((conflict) =>
      conflict.column('plantId').doUpdateSet({ atMs, productionKw, gridKw }),
    )
    .execute()
}
