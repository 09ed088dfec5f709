// Tracks the connection state from MQTT sessions and messages. Contact is not a change of the plant: only its first
// contact, which takes it from PROVISIONED to ACTIVE, updates `updatedAt`.
import { type Kysely, sql } from 'kysely'
import { resolveAlerts } from '#sandbox/platform/alerts/alert-rows'
import { degradedRule, raiseDegraded } from '#sandbox/platform/alerts/degraded-alert'
import { manyFailures, offlineRule } from '#sandbox/platform/alerts/platform-rules'
import { startSetting } from '#sandbox/platform/database/start-setting'
import type { Tables } from '#sandbox/platform/database/tables'
import { connectedStates } from '#sandbox/platform/lifecycle/connected-states'
import { connectingStates } from '#sandbox/platform/lifecycle/lifecycle'
import { withoutSimulatedMark } from '#sandbox/platform/plants/simulated-mark'
import type { StatusMessage } from '#sandbox/platform/protocol/messages'

/** Records the start of a plant's session. Ignores a plant that may no longer connect. */
export async function recordConnected(
  tx: Kysely<Tables>,
  plantId: string,
  now: Date,
): Promise<void> {
  const plant = await tx
    .selectFrom('plants')
    .where('id', '=', plantId)
    .where('lifecycleStatus', 'in', connectingStates())
    .select(['lifecycleStatus', 'activatedAt', 'simulated', 'metadata'])
    .executeTakeFirst()
  if (!plant) return
  const at = now.toISOString()
  await changeOf(tx, plantId)
    .set({
      status: 'ONLINE',
      lastSeenAt: at,
      // The time without a session says nothing about the plant's interval.
      telemetryAtMs: null,
      ...(plant.lifecycleStatus === 'PROVISIONED' && {
        lifecycleStatus: 'ACTIVE',
        activatedAt: plant.activatedAt ?? at,
        updatedAt: at,
      }),
      ...(plant.simulated !== null && {
        simulated: null,
        metadata: withoutSimulatedMark(plant.metadata),
      }),
    })
    .execute()
  await resolveAlerts(tx, plantId, [offlineRule, degradedRule], now)
}

/** Records the end of a plant's session, which is also its last contact. */
export async function recordDisconnected(
  tx: Kysely<Tables>,
  plantId: string,
  now: Date,
): Promise<void> {
  const lastSeenAt = now.toISOString()
  await changeOf(tx, plantId).set({ status: 'OFFLINE', lastSeenAt }).execute()
}

/**
 * Records a plant's status message. `offline` is its last will and changes no status, because that depends on the
 * session. A degraded plant gets an open alert, which also decides how later telemetry affects the status.
 */
export async function recordStatus(
  tx: Kysely<Tables>,
  plantId: string,
  message: StatusMessage,
  now: Date,
): Promise<void> {
  const { state, devices } = message
  const at = now.toISOString()
  const seen = changeOf(tx, plantId).returning('id')
  if (state === 'offline') {
    await seen.set({ lastSeenAt: at }).execute()
    return
  }
  const status = state === 'degraded' ? 'DEGRADED' : 'ONLINE'
  const updated = await seen
    .set({
      lastSeenAt: at,
      // A message may still arrive after the session has ended.
      status: sql<string>`iif(status in (${sql.join(connectedStates)}), ${status}, status)`,
      ...(devices && { subDevices: JSON.stringify(devices) }),
    })
    .execute()
  if (updated.length === 0) return
  if (state === 'online') {
    await resolveAlerts(tx, plantId, [degradedRule], now)
    return
  }
  await raiseDegraded(tx, plantId, message, now)
}

export async function recordAuthFailure(
  tx: Kysely<Tables>,
  plantId: string,
  now: Date,
): Promise<void> {
  const plant = await tx
    .selectFrom('plants')
    .where('id', '=', plantId)
    .select(['authFailureCount', 'lastAuthFailureAt', 'recentAuthFailures'])
    .executeTakeFirst()
  if (!plant) return
  const { authFailureCount, lastAuthFailureAt, recentAuthFailures } = plant
  const at = now.toISOString()
  // Failures that were only counted, like those of a generated plant, have just the time of the last one.
  const recent = recentAuthFailures
    ? // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written below
      (JSON.parse(recentAuthFailures) as string[])
    : Array.from({ length: Math.min(authFailureCount, manyFailures) }, () => lastAuthFailureAt)
  await changeOf(tx, plantId)
    .set({
      authFailureCount: authFailureCount + 1,
      lastAuthFailureAt: at,
      recentAuthFailures: JSON.stringify([...recent, at].slice(-manyFailures)),
    })
    .execute()
}

/**
 * Marks all live plants as disconnected when the platform starts, because no session survives a restart. Their last
 * contact is kept; the start time is stored, because plants get a while to reconnect.
 */
export async function markAllDisconnected(tx: Kysely<Tables>, now: Date): Promise<void> {
  const value = now.toISOString()
  await tx
    .insertInto('settings')
    .values({ name: startSetting, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
  await tx
    .updateTable('plants')
    .set({ status: 'OFFLINE' })
    .where('simulated', 'is', null)
    .where('status', 'in', connectedStates)
    .execute()
}

function changeOf(tx: Kysely<Tables>, plantId: string) {
  return tx.updateTable('plants').where('id', '=', plantId)
}
