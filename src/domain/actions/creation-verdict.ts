import type { PlantSearch } from '@/api/plant-search'
import { gapOf } from '@/domain/fleet/completeness'
import type { Verdict } from '@/domain/plant/verdict'
import { countOf } from '@/lib/format-count'
import { readInstant } from '@/lib/instants'
import { clockToleranceMs } from '@/lib/server-clock'
import { isUnreadable } from '@/lib/unreadable'

/** `endedAtMs` is the end of the attempt, Unix ms, server's clock: a plant that is older may be another one. */
export function creationVerdict(
  { plant, seen, total, counts }: PlantSearch,
  endedAtMs: number,
): Verdict {
  if (plant) {
    const createdMs = isUnreadable(plant, 'createdAt') ? undefined : readInstant(plant.createdAt)
    if (typeof createdMs !== 'number') {
      const evidence = 'a plant with this serial number exists, created at an unknown time'
      return { kind: 'cannot-tell', evidence }
    }
    const at = plant.createdAt
    return createdMs >= endedAtMs - clockToleranceMs
      ? { kind: 'done', evidence: 'a plant with this serial number exists', at }
      : { kind: 'cannot-tell', evidence: 'an older plant with this serial number exists', at }
  }
  const gap = gapOf(counts)
  if (gap === 'moved' || gap === 'total-differs') {
    const evidence = `the plant isn’t among the ${countOf(seen, 'plant')} read, and the list changed meanwhile`
    return { kind: 'cannot-tell', evidence }
  }
  if (gap !== undefined || seen < counts.plants) {
    const of = total ?? 'an unknown number of'
    const evidence = `the plant isn’t among the ${seen} of ${of} plants that could be read`
    return { kind: 'cannot-tell', evidence }
  }
  return { kind: 'not-done', evidence: 'no plant has this serial number' }
}
