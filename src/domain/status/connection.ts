import { isConnected } from './connection-kind'
import { credentialsIn, isResting } from './lifecycle'
import { type Meaning, meaningOf } from './meaning'
import type { ConnectionStatus, Plant } from '@/api/plant-schemas'
import { durationWords } from '@/lib/duration-units'
import { dayMs, readInstant } from '@/lib/instants'
import { isUnreadable } from '@/lib/unreadable'

/** The contract shows ONLINE for plants; the platform documents all four for sub-devices (`Plant.status`). */
export const connectionMeanings: Record<ConnectionStatus, Meaning> = {
  ONLINE: { label: 'Online', tone: 'ok', hint: 'Connected to the broker.' },
  DEGRADED: { label: 'Degraded', tone: 'warn', hint: 'Connected, but not everything responds.' },
  OFFLINE: { label: 'Offline', tone: 'danger', hint: 'Not connected. Commands can’t reach it.' },
  UNKNOWN: { label: 'Unknown', tone: 'neutral', hint: 'The platform doesn’t know.' },
}

const neverConnected: Meaning = {
  ...connectionMeanings.OFFLINE,
  tone: 'info',
  hint: 'Has never connected.',
}

/** Returns the meaning of a plant's connection; offline isn’t an alarm before its first connection. */
export function connectionMeaning(
  plant: Pick<Plant, 'status' | 'lastSeenAt' | 'unreadable'> & {
    lifecycleStatus?: string | null | undefined
  },
): Meaning {
  const meaning = meaningOf(connectionMeanings, plant.status, isUnreadable(plant, 'status'))
  const { status, lifecycleStatus } = plant
  const credentials = credentialsIn(lifecycleStatus)
  const isNew = credentials === 'none' || credentials === 'unused'
  if (status !== 'OFFLINE' || !isNew || !wasNeverSeen(plant)) return meaning
  return neverConnected
}

/** Returns true when the server says that a plant has never connected; an unreadable time says nothing. */
export function wasNeverSeen(plant: Pick<Plant, 'lastSeenAt' | 'unreadable'>): boolean {
  return readInstant(plant.lastSeenAt) === null && !isUnreadable(plant, 'lastSeenAt')
}

/** Our own limit, ms: plants report every few minutes, so two days without contact contradict ONLINE. */
export const maxSilenceMs = 2 * dayMs

/** The same limit in words. */
export const maxSilenceWords = durationWords(maxSilenceMs)

/** Returns true when a plant was seen, but not for two days. */
export function isSilent({ lastSeenAt }: Pick<Plant, 'lastSeenAt'>, nowMs: number): boolean {
  const seenMs = readInstant(lastSeenAt)
  return typeof seenMs === 'number' && nowMs - seenMs > maxSilenceMs
}

/** Returns true when a plant is ONLINE although it has not been seen for two days. */
export function contradictsLastSeen(
  plant: Pick<Plant, 'status' | 'lastSeenAt'>,
  nowMs: number,
): boolean {
  return plant.status === 'ONLINE' && isSilent(plant, nowMs)
}

/** Returns true when a plant is connected although its lifecycle doesn’t expect it to be: see `isResting`. */
export function contradictsLifecycle({
  status,
  lifecycleStatus,
}: Pick<Plant, 'status' | 'lifecycleStatus'>): boolean {
  return isConnected(status) && isResting(lifecycleStatus)
}

/** Returns true for a plant with credentials that has not connected yet: its state is no problem of the connection. */
export function awaitsFirstContact(
  plant: Pick<Plant, 'lifecycleStatus' | 'lastSeenAt' | 'unreadable'>,
): boolean {
  return credentialsIn(plant.lifecycleStatus) === 'unused' && wasNeverSeen(plant)
}

const poorStates = {
  OFFLINE: { unseen: 'never connected' },
  // The state says that it is connected, so the record of its contact must be missing.
  DEGRADED: { unseen: 'no contact recorded' },
} as const

/** A connection state that is a problem. */
export type PoorConnection = keyof typeof poorStates

/** Says that a plant has a poor connection; `at` is the time of its last contact, which follows the text. */
export function poorConnection(
  status: PoorConnection,
  plant: Pick<Plant, 'lastSeenAt' | 'unreadable'>,
): { text: string; at?: string | null | undefined } {
  const { label } = connectionMeanings[status]
  if (isUnreadable(plant, 'lastSeenAt')) {
    return { text: `${label}; when it was last seen is unreadable` }
  }
  if (wasNeverSeen(plant)) return { text: `${label}, ${poorStates[status].unseen}` }
  return { text: `${label}, last seen`, at: plant.lastSeenAt }
}
