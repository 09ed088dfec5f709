// People who look at alerts, simulated: in the demo's two organizations about half of the alerts get
// acknowledged, each after a while of its own. Whether and when follows from the alert's id.
import { sql } from 'kysely'
import type { Database } from '#sandbox/platform/database/open-database'
import { demoEnergy, otherEnergy } from '#sandbox/platform/oauth/demo-users'
import { inSlices } from '#sandbox/platform/presence/in-slices'

const dutyShift = 'Duty shift (simulated)'
const mostAtATime = 3

/** Name of the setting that says when the shift first looked, ISO 8601. */
const shiftSetting = 'dutyShift'
const alertsAtATime = 150

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
  const few = active.where(waits(at)).orderBy('createdAt').orderBy('id').limit(mostAtATime)
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
