/**
 * Rotations that may have been executed more than once. Then the previous secret is the first rotation's, which no plant
 * has. Only this page knows: after a reload, a plant's record shows a single time of rotation.
 */
import type { Plant } from './plant-schemas'
import { readInstant } from '@/lib/instants'
import { onPersonChange } from '@/lib/person-change'
import { clockToleranceMs, serverNow } from '@/lib/server-clock'

interface Doubt {
  /** End of the request, Unix ms, server's clock. */
  endedMs: number
  /** Time of the rotation that the record showed before the request, Unix ms: not this request's. */
  beforeMs: number | undefined
}

const doubtful = new Map<string, readonly Doubt[]>()

onPersonChange(() => doubtful.clear())

/**
 * Remembers a rotation that ended now and may have been executed more than once. `before` is the plant before the request:
 * while its record shows the same rotation, the request rotated nothing.
 */
export function rememberDoubtfulRotation(
  plantId: string,
  before?: Pick<Plant, 'secretRotatedAt'>,
): void {
  const rotatedMs = readInstant(before?.secretRotatedAt)
  const beforeMs = typeof rotatedMs === 'number' ? rotatedMs : undefined
  // An earlier doubt stays: if this request was refused, the latest rotation is still the doubtful one.
  const earlier = doubtful.get(plantId) ?? []
  doubtful.set(plantId, [...earlier, { endedMs: serverNow(), beforeMs }])
}

/** Forgets the doubt: a later rotation was executed once. */
export function forgetDoubtfulRotation(plantId: string): void {
  doubtful.delete(plantId)
}

/** Returns true when a plant's latest rotation is one that may have been executed more than once. */
export function isRotationDoubtful(plant: Pick<Plant, 'id' | 'secretRotatedAt'>): boolean {
  const rotatedMs = readInstant(plant.secretRotatedAt)
  if (typeof rotatedMs !== 'number') return false
  const doubts = doubtful.get(plant.id) ?? []
  return doubts.some(
    ({ endedMs, beforeMs }) =>
      rotatedMs !== beforeMs && Math.abs(rotatedMs - endedMs) <= clockToleranceMs,
  )
}
