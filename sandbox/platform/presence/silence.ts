import { type Kysely, sql } from 'kysely'
import { degradedRule } from '#sandbox/platform/alerts/degraded-alert'
import type { Tables } from '#sandbox/platform/database/tables'
import { hourMs } from '@/lib/instants'

/** Silence (ms) that is tolerated for every connected plant. */
const toleratedSilenceMs = 90_000
/** Tolerated silence in intervals of the plant's telemetry, because a plant can be set to report once an hour. */
const toleratedIntervals = 3
/** Limit of the interval (ms): plants cannot be set to report less often, so a longer one was an interruption. */
const maxPaceMs = hourMs
/**
 * Factor by which the interval decreases with each message. The interval is the longest recent one, because some plants
 * send their meters one by one and then wait.
 */
const fading = 0.95

/** Marks plants with a session but without messages as DEGRADED; their next telemetry reverts that. */
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

/** Records telemetry. A plant that had been silent is ONLINE again, unless it reported itself as degraded. */
export async function recordSeen(tx: Kysely<Tables>, plantId: string, now: Date): Promise<void> {
  const nowMs = now.getTime()
  await tx
    .updateTable('plants')
    .set({
      lastSeenAt: now.toISOString(),
      telemetryAtMs: nowMs,
      telemetryPaceMs: sql<number>`min(${maxPaceMs},
        max(coalesce(${nowMs} - telemetryAtMs, 0), coalesce(telemetryPaceMs, 0) * ${fading}))`,
      status: sql<string>`iif(status = 'DEGRADED' and not exists (
        select 1 from alerts where plantId = ${plantId} and rule = ${degradedRule} and resolvedAt is null
      ), 'ONLINE', status)`,
    })
    .where('id', '=', plantId)
    .execute()
}
