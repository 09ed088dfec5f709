import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Tables } from '#sandbox/database/tables'
import { demoEnergy, otherEnergy } from '#sandbox/oauth/demo-users'
import { degradedType } from './degraded-alert'
import { type PlatformRule, platformRules } from './platform-rules'
import { sampleAlertTypes } from './sample-rule'

/** Raises and resolves the alerts that the platform sees by itself; in sets, so that a large fleet takes no longer. */
export async function sweepAlerts(tx: Kysely<Tables>, now: Date): Promise<void> {
  for (const rule of platformRules) {
    await resolve(tx, rule, now)
    await raise(tx, rule, now)
  }
  await resolveUnheard(tx, now)
}

async function raise(tx: Kysely<Tables>, rule: PlatformRule, now: Date): Promise<void> {
  const at = now.toISOString()
  const since = sql`min(max(coalesce(${rule.since}, ${at}), p.createdAt), ${at})`
  // A generated plant outside the demo belongs to a test, under which it must not move. (Said with OR, SQLite
  // would walk all plants.)
  await sql`
    insert into alerts (id, plantId, rule, type, severity, status, message, createdAt, updatedAt)
    select ${uuid}, p.id, ${rule.rule}, ${rule.type}, ${rule.severity}, 'ACTIVE', ${rule.message}, ${since}, ${since}
    from plants p
    where ${rule.holds(now)} and ${rule.raisedIf?.(now) ?? sql`1`}
      and iif(p.simulated is null, 1, p.organizationId in (${demoEnergy.id}, ${otherEnergy.id}))
      and not exists (
        select 1 from alerts a where a.plantId = p.id and a.rule = ${rule.rule} and a.resolvedAt is null
      )
  `.execute(tx)
}

async function resolve(tx: Kysely<Tables>, rule: PlatformRule, now: Date): Promise<void> {
  await tx
    .updateTable('alerts')
    .set(resolvedAt(now))
    .where('type', '=', rule.type)
    .where('resolvedAt', 'is', null)
    .where(sql<boolean>`plantId not in (select p.id from plants p where ${rule.holds(now)})`)
    .execute()
}

/** Telemetry ends the alerts that it raised, but a plant out of service sends none, and one offline says nothing. */
async function resolveUnheard(tx: Kysely<Tables>, now: Date): Promise<void> {
  const resolved = tx.updateTable('alerts').set(resolvedAt(now)).where('resolvedAt', 'is', null)
  await resolved
    .where('type', 'in', sampleAlertTypes)
    .where(ofPlants(sql`p.lifecycleStatus in ('REVOKED', 'DECOMMISSIONED')`))
    .execute()
  await resolved
    .where('type', '=', degradedType)
    .where(ofPlants(sql`p.status not in ('ONLINE', 'DEGRADED')`))
    .execute()
}

function ofPlants(condition: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`exists (select 1 from plants p where p.id = alerts.plantId and ${condition})`
}

function resolvedAt(now: Date) {
  const at = now.toISOString()
  return { status: 'RESOLVED', resolvedAt: at, updatedAt: at }
}

const uuid = sql.raw(
  `lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2)
    || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))`,
)
