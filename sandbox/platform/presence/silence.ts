import { type Kysely, sql } from 'kysely'
import { hourMs } from '@/lib/instants'
import { degradedRule } from '#sandbox/platform/alerts/degraded-alert'
import type { Tables } from '#sandbox/platform/database/tables'

/** A connected plant may always say nothing for this long (ms). */
const toleratedSilenceMs = 90_000
/** Or for so many of the intervals at which its telemetry comes: it can be told to report once an hour. */
const toleratedIntervals = 3
/** No plant is told to report less often (ms); what took longer was an interruption. */
const longestPaceMs = hourMs
/**
 * The pace is the longest interval of late, fading by a little with each message, because some plants send their
 * meters one by one and then wait.
 */
const fading = 0.95

/** Calls plants with a session but without messages DEGRADED; their next telemetry takes that back. */
export async function markSilent(tx: Kysely<Tables>, now: Date): Promise<void> {
  const seenBefore = new Date(now.getTime() - toleratedSilenceMs).toISOString()
  await tx
    .updateTable('plants')
    .set({ status: 'DEGRADED' })
    .where('simulated', 'is', null)
    .where('status', '=', 'ONLINE')
    .where('lastSeenAt', '<', seenBefore)
    .where(
      sql<boolean>`lastSeenAt < strftime('%Y-%m-%dT%H:%M:%fZ', ${now.toISOString()},
        (coalesce(telemetryPaceMs, 0) * ${-toleratedIntervals / 1000}) || ' seconds')`,
    )
    .execute()
}

/** Telemetry has come from a plant. One that had fallen silent is well again, unless it calls itself degraded. */
export async function recordSeen(tx: Kysely<Tables>, plantId: string, now: Date): Promise<void> {
  const nowMs = now.getTime()
  await tx
    .updateTable('plants')
    .set({
      lastSeenAt: now.toISOString(),
      telemetryAtMs: nowMs,
      telemetryPaceMs: sql<number>`min(${longestPaceMs},
        max(coalesce(${nowMs} - telemetryAtMs, 0), coalesce(telemetryPaceMs, 0) * ${fading}))`,
      status: sql<string>`iif(status = 'DEGRADED' and not exists (
        select 1 from alerts where plantId = ${plantId} and rule = ${degradedRule} and resolvedAt is null
      ), 'ONLINE', status)`,
    })
    .where('id', '=', plantId)
    .execute()
}
