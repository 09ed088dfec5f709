import { type Kysely, sql } from 'kysely'
import { degradedRule } from '#sandbox/alerts/degraded-alert'
import type { Tables } from '#sandbox/database/tables'

/** A connected plant that says nothing for longer than this (ms) is DEGRADED. */
export const longestSilenceMs = 90_000

/** Calls plants with a session but without messages DEGRADED; their next telemetry takes that back. */
export async function markSilent(tx: Kysely<Tables>, now: Date): Promise<void> {
  const seenBefore = new Date(now.getTime() - longestSilenceMs).toISOString()
  await tx
    .updateTable('plants')
    .set({ status: 'DEGRADED' })
    .where('simulated', 'is', null)
    .where('status', '=', 'ONLINE')
    .where('lastSeenAt', '<', seenBefore)
    .execute()
}

/** Telemetry has come from a plant. One that had fallen silent is well again, unless it calls itself degraded. */
export async function recordSeen(tx: Kysely<Tables>, plantId: string, now: Date): Promise<void> {
  await tx
    .updateTable('plants')
    .set({
      lastSeenAt: now.toISOString(),
      status: sql<string>`iif(status = 'DEGRADED' and not exists (
        select 1 from alerts where plantId = ${plantId} and rule = ${degradedRule} and resolvedAt is null
      ), 'ONLINE', status)`,
    })
    .where('id', '=', plantId)
    .execute()
}
