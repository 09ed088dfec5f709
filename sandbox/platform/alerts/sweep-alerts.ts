import { type RawBuilder, sql } from 'kysely'
import { degradedType } from './degraded-alert'
import { type PlatformRule, platformRules } from './platform-rules'
import { sampleAlertTypes } from './sample-rule'
import { inSlices } from '#sandbox/platform/database/in-slices'
import type { Database } from '#sandbox/platform/database/open-database'
import { connectedStates } from '#sandbox/platform/lifecycle/connected-states'
import { withdrawnStates } from '#sandbox/platform/lifecycle/lifecycle'
import { demoEnergy, otherEnergy } from '#sandbox/platform/oauth/demo-users'
import { dayMs } from '@/lib/instants'

const rowsAtATime = 150

/** After a day without contact (ms), an alert raised by telemetry may no longer be true. */
const silentAfterMs = dayMs

export async function sweepAlerts(database: Database, now: Date): Promise<void> {
  for (const rule of platformRules) {
    await resolve(database, [rule.type], sql`not exists ${plantWhere(rule.holds(now))}`, now)
    await raise(database, rule, now)
  }
  await resolveForSilent(database, now)
}

async function raise(database: Database, rule: PlatformRule, now: Date): Promise<void> {
  const at = now.toISOString()
  const since = sql`min(max(coalesce(${rule.since}, ${at}), p.createdAt), ${at})`
  // A generated plant outside the demo belongs to a test and must not change during it. With OR, SQLite would scan all
  // plants.
  const isDue = sql`${rule.holds(now)} and ${rule.raisedIf?.(now) ?? sql`1`}
    and iif(p.simulated is null, 1, p.organizationId in (${demoEnergy.id}, ${otherEnergy.id}))
    and not exists (
      select 1 from alerts a where a.plantId = p.id and a.rule = ${rule.rule} and a.resolvedAt is null
    )`
  const { rows } = await sql<{ id: string }>`select p.id from plants p where ${isDue}`.execute(
    database,
  )
  await inSlices(database, rows, rowsAtATime, async (tx, slice) => {
    // The condition is checked again because a plant may have reconnected in the meantime.
    await sql`
      insert into alerts (id, plantId, rule, type, severity, status, message, createdAt, updatedAt)
      select ${uuid}, p.id, ${rule.rule}, ${rule.type}, ${rule.severity}, 'ACTIVE', ${rule.message}, ${since}, ${since}
      from ${listed(slice.map(({ id }) => id))} l cross join plants p on p.id = l.value where ${isDue}
    `.execute(tx)
  })
}

async function resolve(
  database: Database,
  types: readonly string[],
  condition: RawBuilder<unknown>,
  now: Date,
): Promise<void> {
  const at = now.toISOString()
  // All open alerts come from the index alone. Checking their plants takes longer, so that is done in slices.
  const open = await database
    .selectFrom('alerts')
    .where('type', 'in', types)
    .where('resolvedAt', 'is', null)
    .select(sql<number>`rowid`.as('row'))
    .execute()
  await inSlices(database, open, rowsAtATime, async (tx, slice) => {
    await tx
      .updateTable('alerts')
      .set({ status: 'RESOLVED', resolvedAt: sql<string>`max(createdAt, ${at})`, updatedAt: at })
      .where(sql<boolean>`rowid in (select value from ${listed(slice.map(({ row }) => row))})`)
      .where('resolvedAt', 'is', null)
      .where(sql<boolean>`${condition}`)
      .execute()
  })
}

/**
 * Resolves alerts that no message will resolve. Telemetry resolves the alerts it raised, but a plant out of service
 * sends none, and a suspended or offline plant sends none for a while. Their alerts stay open for a day, because the
 * condition most likely persists; if it still does after that, the plant's next telemetry raises the alert again.
 */
async function resolveForSilent(database: Database, now: Date): Promise<void> {
  const silentSince = new Date(now.getTime() - silentAfterMs).toISOString()
  const isSilentPlant = plantWhere(sql`p.lifecycleStatus in (${sql.join(withdrawnStates())})
    or (p.status = 'OFFLINE' and coalesce(p.lastSeenAt, p.createdAt) < ${silentSince})`)
  await resolve(database, sampleAlertTypes, sql`exists ${isSilentPlant}`, now)
  const isGone = plantWhere(sql`p.status not in (${sql.join(connectedStates)})`)
  await resolve(database, [degradedType], sql`exists ${isGone}`, now)
}

function plantWhere(condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select 1 from plants p where p.id = alerts.plantId and (${condition}))`
}

function listed(values: readonly (string | number)[]): RawBuilder<unknown> {
  return sql`json_each(${JSON.stringify(values)})`
}

const uuid = sql.raw(
  `lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2)
    || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))`,
)
