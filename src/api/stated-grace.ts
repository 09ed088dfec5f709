/** Only the response to a rotation states its grace period. After a reload, the documented hour applies. */
import type { Plant } from './plant-schemas'
import { minuteMs, readInstant } from '@/lib/instants'
import { onPersonChange } from '@/lib/person-change'
import { clockToleranceMs, serverNow } from '@/lib/server-clock'

interface StatedGrace {
  graceMs: number
  atMs: number
}

const stated = new Map<string, StatedGrace>()

onPersonChange(() => stated.clear())

/** Remembers the grace period that came with a new secret. */
export function rememberGrace(plantId: string, minutes: number | null | undefined): void {
  if (typeof minutes !== 'number') return
  stated.set(plantId, { graceMs: Math.max(0, minutes) * minuteMs, atMs: serverNow() })
}

/** Returns the grace period of a plant's last rotation, ms; undefined unless this page received its response. */
export function statedGraceMs(plant: Pick<Plant, 'id' | 'secretRotatedAt'>): number | undefined {
  const grace = stated.get(plant.id)
  const rotatedMs = readInstant(plant.secretRotatedAt)
  if (!grace || typeof rotatedMs !== 'number') return undefined
  return Math.abs(rotatedMs - grace.atMs) <= clockToleranceMs ? grace.graceMs : undefined
}
