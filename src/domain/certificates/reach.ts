// Can a plant that needs a new certificate be reached? It decides what renewing takes: a package sent, or a trip.
import type { Plant } from '@/api/plant-schemas'
import { contradictsLastSeen, wasNeverSeen } from '@/domain/status/connection'
import { connectionKind } from '@/domain/status/connection-kind'
import { isResting } from '@/domain/status/plant-problems'
import { hourMs, readInstant } from '@/lib/instants'
import { isUnreadable } from '@/lib/unreadable'

/** A plant's record as far as its certificate is concerned. */
export type CertificatePlant = Pick<
  Plant,
  | 'id'
  | 'name'
  | 'serialNumber'
  | 'status'
  | 'lifecycleStatus'
  | 'authMethod'
  | 'lastSeenAt'
  | 'certificateExpiresAt'
  | 'certificateFingerprint'
  | 'certificateSerialNumber'
  | 'authFailureCount'
  | 'lastAuthFailureAt'
  | 'unreadable'
>

/**
 * The way to reach a plant: `connected`; `silent` although ONLINE; `offline`; `never` connected; `resting` in a state
 * without connections; `lockedOut` by its expired certificate, but trying; `dark`, expired and not trying; `expired`
 * without evidence for either; `unknown` when the state is.
 */
export type Reach =
  | 'connected'
  | 'silent'
  | 'offline'
  | 'never'
  | 'resting'
  | 'lockedOut'
  | 'dark'
  | 'expired'
  | 'unknown'

/** Our own limit: controllers retry within minutes, so an hour without an attempt is silence. */
const knockingMs = hourMs

/**
 * Returns how a plant can be reached, given when it was read (Unix ms, server's clock). `doesCountFailures` is true when some plant shows a failed
 * authentication: without, a platform that doesn't count them can't be told from plants that don't try.
 */
export function reachOf(plant: CertificatePlant, nowMs: number, doesCountFailures: boolean): Reach {
  if (isResting(plant.lifecycleStatus)) return 'resting'
  const kind = connectionKind(plant.status)
  if (kind === 'connected') return contradictsLastSeen(plant, nowMs) ? 'silent' : 'connected'
  const endMs = readInstant(plant.certificateExpiresAt)
  if (typeof endMs === 'number' && endMs <= nowMs) {
    return whileExpired(plant, { endMs, nowMs, doesCountFailures })
  }
  if (kind === 'unsure') return 'unknown'
  return wasNeverSeen(plant) ? 'never' : 'offline'
}

function whileExpired(
  plant: CertificatePlant,
  { endMs, nowMs, doesCountFailures }: { endMs: number; nowMs: number; doesCountFailures: boolean },
): Reach {
  if (isUnreadable(plant, 'lastAuthFailureAt')) return 'expired'
  const failedMs = readInstant(plant.lastAuthFailureAt)
  if (typeof failedMs === 'number' && failedMs >= endMs) {
    return nowMs - failedMs <= knockingMs ? 'lockedOut' : 'dark'
  }
  const isCounted = failedMs !== undefined && (doesCountFailures || failedMs !== null)
  return isCounted ? 'dark' : 'expired'
}
