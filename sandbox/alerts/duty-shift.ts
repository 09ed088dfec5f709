// People who look at alerts, simulated: in the demo's two organizations about half of the alerts get
// acknowledged, each after a while of its own. Whether and when follows from the alert's id.
import { type Kysely, sql } from 'kysely'
import type { Tables } from '#sandbox/database/tables'
import { demoEnergy, otherEnergy } from '#sandbox/oauth/demo-users'

const dutyShift = 'Duty shift (simulated)'
const mostAtATime = 3

const hexDigits = '0123456789abcdef'
const isEverSeen = sql<boolean>`substr(alerts.id, 1, 1) < '8'`
/** Ten minutes for an ERROR or CRITICAL, two hours for a WARNING, and up to 45 minutes on top. */
const dueAt = sql<string>`strftime('%Y-%m-%dT%H:%M:%fZ', alerts.createdAt,
  iif(alerts.severity = 'WARNING', '120 minutes', '10 minutes'),
  ((instr(${hexDigits}, substr(alerts.id, 2, 1)) - 1) * 3) || ' minutes')`

/**
 * Lets the duty shift acknowledge a few alerts that have waited long enough. The first time in a data folder it
 * acknowledges all of them, each when it was due, as if the shift had been there before.
 */
export async function acknowledgeByDuty(tx: Kysely<Tables>, now: Date): Promise<void> {
  const at = now.toISOString()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('settings')
    .values({ name: 'dutyShift', value: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  const isFirst = numInsertedOrUpdatedRows === 1n
  const waiting = tx
    .selectFrom('alerts')
    // The order matters: from the few alerts that wait to their plants.
    .crossJoin('plants')
    .whereRef('plants.id', '=', 'alerts.plantId')
    .where('plants.organizationId', 'in', [demoEnergy.id, otherEnergy.id])
    .where(sql<boolean>`alerts.status = 'ACTIVE'`)
    .where(isEverSeen)
    .where(dueAt, '<=', at)
    .select('alerts.id')
  const few = waiting.orderBy('alerts.createdAt').orderBy('alerts.id').limit(mostAtATime)
  const acknowledgedAt = isFirst ? dueAt : at
  await tx
    .updateTable('alerts')
    .set({
      status: 'ACKNOWLEDGED',
      acknowledgedBy: dutyShift,
      acknowledgedAt,
      updatedAt: acknowledgedAt,
    })
    .where('id', 'in', isFirst ? waiting : few)
    .execute()
}
