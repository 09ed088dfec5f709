// That a plant calls itself degraded is kept as an open alert: it outlives a restart of the platform, belongs
// to the transaction of the message, and tells people why.
import type { Kysely } from 'kysely'
import type { Tables } from '#sandbox/platform/database/tables'
import { isStorable } from '#sandbox/platform/http/storable-text'
import type { StatusMessage } from '#sandbox/platform/protocol/messages'
import { raiseAlerts } from './alert-rows'

/** Rule of the alert that is open while a connected plant calls itself degraded. */
export const degradedRule = 'plant-degraded'

/** Type of that alert. */
export const degradedType = 'PLANT_DEGRADED'

/** Raises the alert that a plant calls itself degraded, unless it is open. */
export async function raiseDegraded(
  tx: Kysely<Tables>,
  plantId: string,
  { reason }: Pick<StatusMessage, 'reason'>,
  now: Date,
): Promise<void> {
  const why = reason !== undefined && isStorable(reason) ? `: ${reason}` : ''
  const alert = {
    rule: degradedRule,
    type: degradedType,
    severity: 'WARNING',
    message: `The plant calls itself degraded${why}`,
    // Not the message's own time: a controller without a clock says the same, or 1970, each time.
    createdAt: now.toISOString(),
  } as const
  await raiseAlerts(tx, plantId, [alert], now)
}
