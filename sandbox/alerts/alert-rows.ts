import type { Kysely } from 'kysely'
import { createHash } from 'node:crypto'
import type { Tables } from '#sandbox/database/tables'

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
  /** When that ended, if it has; ISO 8601. */
  resolvedAt: string | null
}

/** Writes alerts of a plant. One that is there already, or of a rule with an open one, is left out. */
export async function insertAlerts(
  tx: Kysely<Tables>,
  plantId: string,
  raised: readonly RaisedAlert[],
): Promise<void> {
  if (raised.length === 0) return
  const rows = raised.map((alert) => ({
    ...alert,
    id: alertId(plantId, alert.rule, alert.createdAt),
    plantId,
    status: alert.resolvedAt === null ? 'ACTIVE' : 'RESOLVED',
    acknowledgedAt: null,
    acknowledgedBy: null,
    updatedAt: alert.resolvedAt ?? alert.createdAt,
  }))
  await tx
    .insertInto('alerts')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Resolves a plant's open alerts of some rules; `resolvedAt` is ISO 8601. */
export async function resolveAlerts(
  tx: Kysely<Tables>,
  plantId: string,
  rules: readonly string[],
  resolvedAt: string,
): Promise<void> {
  if (rules.length === 0) return
  await tx
    .updateTable('alerts')
    .set({ status: 'RESOLVED', resolvedAt, updatedAt: resolvedAt })
    .where('plantId', '=', plantId)
    .where('rule', 'in', rules)
    .where('resolvedAt', 'is', null)
    .execute()
}

/** Made from what the alert is about, so that a message that comes twice makes the same alert again. */
function alertId(plantId: string, rule: string, createdAt: string): string {
  const hex = createHash('sha256').update(`${plantId}/${rule}/${createdAt}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
