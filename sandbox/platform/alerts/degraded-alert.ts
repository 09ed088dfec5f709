// A degraded plant is stored as an open alert: the alert survives a restart of the platform, is written in the
// transaction of the message, and shows people the reason.
import type { Kysely } from 'kysely'
import { raiseAlerts } from './alert-rows'
import type { Tables } from '#sandbox/platform/database/tables'
import { isStorable } from '#sandbox/platform/http/storable-text'
import type { StatusMessage } from '#sandbox/platform/protocol/messages'

/** Rule of the alert that is open while a connected plant reports itself as degraded. */
export const degradedRule = 'plant-degraded'

export const degradedType = 'PLANT_DEGRADED'

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
    message: `The plant reports itself as degraded${why}`,
    // The message's own time is unreliable: a controller without a clock sends the same time, or 1970, every time.
    createdAt: now.toISOString(),
  } as const
  await raiseAlerts(tx, plantId, [alert], now)
}
