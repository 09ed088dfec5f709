// Simulates operators: in the demo's two organizations, about half of the alerts are acknowledged, each after its own
// delay. The alert's id determines which ones and when.
import { sql } from 'kysely'
import { inSlices } from '#sandbox/platform/database/in-slices'
import type { Database } from '#sandbox/platform/database/open-database'
import { demoEnergy, otherEnergy } from '#sandbox/platform/oauth/demo-users'

const dutyShift = 'Duty shift (simulated)'
const maxAtOnce = 3

/** Name of the setting that stores the time of the shift's first run, ISO 8601. */
const shiftSetting = 'dutyShift'
const alertsAtATime = 150

const hexDigits = '0123456789abcdef'
const isEverSeen = sql<boolean>`substr(alerts.id, 1, 1) < '8'`
/** Ten minutes for an ERROR or CRITICAL, two hours for a WARNING, plus up to 45 minutes. */
const dueAt = sql<string>`strftime('%Y-%m-%dT%H:%M:%fZ', alerts.createdAt,
  iif(alerts.severity = 'WARNING', '120 minutes', '10 minutes'),
  ((instr(${hexDigits}, substr(alerts.id, 2, 1)) - 1) * 3) || ' minutes')`

/**
 * Acknowledges a few alerts that have waited long enough. The first run in a data folder acknowledges all of them, each
 * at its due time, as if the shift had always been on duty.
 */
export async function acknowledgeByDuty(database: Database, now: Date): Promise<void> {
  const at = now.toISOString()
  const begun = await database
    .selectFrom('settings')
    .where('name', '=', shiftSetting)
    .select('value')
    .executeTakeFirst()
  const active = database
    .selectFrom('alerts')
    .where(sql<boolean>`alerts.status = 'ACTIVE'`)
    .where(isEverSeen)
    .select('id')
  const few = active.where(waits(at)).orderBy('createdAt').orderBy('id').limit(maxAtOnce)
  const alerts = await (begun ? few : active).execute()
  const acknowledgedAt = begun ? at : dueAt
  const seen = { status: 'ACKNOWLEDGED', acknowledgedBy: dutyShift, acknowledgedAt }
  await inSlices(database, alerts, alertsAtATime, async (tx, slice) => {
    const ids = JSON.stringify(slice.map(({ id }) => id))
    await tx
      .updateTable('alerts')
      .set({ ...seen, updatedAt: acknowledgedAt })
      .where(sql<boolean>`id in (select value from json_each(${ids}))`)
      .where('status', '=', 'ACTIVE')
      .where(waits(at))
      .execute()
  })
  if (begun) return
  await database.insertInto('settings').values({ name: shiftSetting, value: at }).execute()
}

function waits(at: string) {
  return sql<boolean>`${dueAt} <= ${at} and exists (select 1 from plants p
    where p.id = alerts.plantId and p.organizationId in (${demoEnergy.id}, ${otherEnergy.id}))`
}
