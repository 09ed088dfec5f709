// A plant could flood its own alert list, with a bouncing contact or on purpose. An alert that was resolved less than a
// minute ago is therefore reopened, so a rule creates at most one alert per minute.
import { type Kysely, sql } from 'kysely'
import type { Tables } from '#sandbox/platform/database/tables'
import { minuteMs } from '@/lib/instants'

export type Severity = 'WARNING' | 'ERROR' | 'CRITICAL'

export interface RaisedAlert {
  /** Unique among the open alerts of a plant. */
  rule: string
  type: string
  severity: Severity
  /** Text for people, with value and unit. */
  message: string
  /** Time at which the condition became true, ISO 8601. */
  createdAt: string
}

/** Measured by the platform's clock (ms), because a plant may claim any time for its samples. */
const openedAgainWithinMs = minuteMs

/** SQLite accepts 32,766 parameters per statement; an alert needs about a dozen. */
const rowsPerInsert = 500

/**
 * Opens alerts of a plant, at most one per rule. Reopens an alert that was resolved less than a minute ago and keeps
 * its acknowledgement; skips rules that already have an open alert.
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

/** Resolves a plant's open alerts of the given rules; `resolvedAt` is ISO 8601 and defaults to `now`. */
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
      // The clock that reported the end may be slow.
      resolvedAt: sql<string>`max(createdAt, ${resolvedAt})`,
      updatedAt: now.toISOString(),
    })
    .where('plantId', '=', plantId)
    .where(sql<boolean>`rule in (select value from json_each(${JSON.stringify(rules)}))`)
    .where('resolvedAt', 'is', null)
    .execute()
}

/** Maps each rule to the id of the alert that may be reopened, or to null if one is open. */
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
    // Open alerts come last, after the most recently resolved ones, because the last entry wins in the map.
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
