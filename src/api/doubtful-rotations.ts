/**
 * Rotations that may have been executed more than once. Then the previous secret is the first rotation's, which no plant
 * has. Only this page knows: after a reload, a plant's record shows a single time of rotation.
 */
import type { Plant } from './plant-schemas'
import { readInstant } from '@/lib/instants'
import { onPersonChange } from '@/lib/person-change'
import { clockToleranceMs, serverNow } from '@/lib/server-clock'

/** Ends of doubtful rotations by plant, Unix ms, server's clock. */
const doubtful = new Map<string, number>()

onPersonChange(() => doubtful.clear())

/** Remembers a rotation that ended now and may have been executed more than once. */
export function rememberDoubtfulRotation(plantId: string): void {
  doubtful.set(plantId, serverNow())
}

/** Forgets the doubt: a later rotation was executed once. */
export function forgetDoubtfulRotation(plantId: string): void {
  doubtful.delete(plantId)
}

/** Returns true when a plant's latest rotation is one that may have been executed more than once. */
export function isRotationDoubtful(plant: Pick<Plant, 'id' | 'secretRotatedAt'>): boolean {
  const endedMs = doubtful.get(plant.id)
  const rotatedMs = readInstant(plant.secretRotatedAt)
  if (endedMs === undefined || typeof rotatedMs !== 'number') return false
  return Math.abs(rotatedMs - endedMs) <= clockToleranceMs
}
