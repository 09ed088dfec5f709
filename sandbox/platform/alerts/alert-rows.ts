// A plant could flood its own alerts, with a contact that trembles or on purpose: so one that has just ended is
// opened again instead of being followed by another one, and a rule makes one alert a minute at most.
import { type Kysely, sql } from 'kysely'
import { minuteMs } from '@/lib/instants'
import type { Tables } from '#sandbox/platform/database/tables'

/** How bad an alert is, as the platform names it. */
export type Severity = 'WARNING' | 'ERROR' | 'CRITICAL'

/** An alert that a rule raises. */
export interface RaisedAlert {
  /** A plant has at most one open alert of a rule. */
  rule: string
  type: string
  severity: Severity
  /** For people, with value and unit. */
  message: string
  /** When it became true, ISO 8601. */
  createdAt: string
}

/** By the platform's clock (ms): a plant may claim any time for what it measured. */
const openedAgainWithinMs = minuteMs

/** SQLite takes 32,766 parameters a statement; an alert has about a dozen. */
const rowsPerInsert = 500

/**
 * Opens alerts of a plant, one a rule at most: one that ended less than a minute ago opens again, with what was
 * acknowledged of it; one of a rule with an open alert is left out.
 */
export async function raiseAlerts(
  tx: Kysely<Tables>,
  plantId: string,
  raised: readonly RaisedAlert[],
  now: Date,
): Promise<void> {
  if (raised.length === 0) return
  const known = await openOrJustEnded(tx, plantId, now)
  const rows = []
  for (const alert of raised) {
    const ended = known.get(alert.rule)
    if (ended === undefined) rows.push(newRow(plantId, alert))
    else if (ended !== null) await openAgain(tx, ended, alert, now)
  }
  for (let at = 0; at < rows.length; at += rowsPerInsert) {
    await tx
      .insertInto('alerts')
      .values(rows.slice(at, at + rowsPerInsert))
      .execute()
  }
}

/** Resolves a plant's open alerts of some rules; `resolvedAt` is ISO 8601, `now` unless said otherwise. */
export async function resolveAlerts(
  tx: Kysely<Tables>,
  plantId: string,
  rules: readonly string[],
  now: Date,
  resolvedAt = now.toISOString(),
): Promise<void> {
  if (rules.length === 0) return
  await tx
    .updateTable('alerts')
    .set({
      status: 'RESOLVED',
      // The clock of whoever said that it has ended may be behind.
      resolvedAt: sql<string>`max(createdAt, ${resolvedAt})`,
      updatedAt: now.toISOString(),
    })
    .where('plantId', '=', plantId)
    .where(sql<boolean>`rule in (select value from json_each(${JSON.stringify(rules)}))`)
    .where('resolvedAt', 'is', null)
    .execute()
}

/** By rule the id of the alert that may open again; null when one is open. */
async function openOrJustEnded(
  tx: Kysely<Tables>,
  plantId: string,
  now: Date,
): Promise<Map<string, string | null>> {
  const endedAfter = new Date(now.getTime() - openedAgainWithinMs).toISOString()
  const found = await tx
    .selectFrom('alerts')
    .where('plantId', '=', plantId)
    .where('rule', 'is not', null)
    .where((test) => test.or([test('resolvedAt', 'is', null), test('updatedAt', '>', endedAfter)]))
    // Open ones last, then those that ended last: the last one counts.
    .orderBy(sql`resolvedAt is null`)
    .orderBy('updatedAt')
    .select(['id', 'rule', 'resolvedAt'])
    .execute()
  return new Map(found.map(({ id, rule, resolvedAt }) => [rule ?? '', resolvedAt && id]))
}

async function openAgain(
  tx: Kysely<Tables>,
  id: string,
  { message }: RaisedAlert,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('alerts')
    .set({
      status: sql<string>`iif(acknowledgedAt is null, 'ACTIVE', 'ACKNOWLEDGED')`,
      message,
      resolvedAt: null,
      updatedAt: now.toISOString(),
    })
    .where('id', '=', id)
    .execute()
}

function newRow(plantId: string, alert: RaisedAlert) {
  return {
    ...alert,
    id: crypto.randomUUID(),
    plantId,
    status: 'ACTIVE',
    acknowledgedAt: null,
    acknowledgedBy: null,
    resolvedAt: null,
    updatedAt: alert.createdAt,
  }
}
