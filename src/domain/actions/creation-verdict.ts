import { fieldErrors } from '@/api/error-details'
import { ApiError, outcomeOf } from '@/api/errors'
import type { Plant } from '@/api/plant-schemas'
import type { PlantSearch } from '@/api/plant-search'
import type { CreatePlant } from '@/api/plant-write-schemas'
import { gapOf } from '@/domain/fleet/completeness'
import type { Verdict } from '@/domain/plant/verdict'
import { countOf } from '@/lib/format-count'
import { readInstant } from '@/lib/instants'
import { clockToleranceMs } from '@/lib/server-clock'
import { isUnreadable } from '@/lib/unreadable'

const plantFields = {
  names: ['name', 'serialNumber', 'type', 'authMethod', 'metadata'],
  unique: 'serialNumber',
}

/** Refusals of the person or the rate: the next try meets a plant that exists, and searching would only add requests. */
const deniedStatuses = new Set([401, 403, 429])

/**
 * Returns true when a plant, or another thing, may exist although its creation failed: a browser's own repeat is refused after
 * the first copy was executed. A refusal that names another field than the unique one applies to both copies.
 */
export function mayBeCreated(
  error: Error,
  { names, unique }: { names: readonly string[]; unique: string } = plantFields,
): boolean {
  if (outcomeOf(error) !== 'refused' || !(error instanceof ApiError)) {
    return outcomeOf(error) === 'unknown'
  }
  const { fields } = fieldErrors(error.details, names)
  return !deniedStatuses.has(error.status) && Object.keys(fields).every((field) => field === unique)
}

/** `endedAtMs` is the end of the attempt, Unix ms, server's clock: a plant that is older may be another one. */
export function creationVerdict(
  { plant, seen, total, counts }: PlantSearch,
  sent: Pick<CreatePlant, 'name' | 'type' | 'authMethod'>,
  endedAtMs: number,
): Verdict {
  if (plant) {
    if (!isAsSent(plant, sent)) {
      const evidence =
        'a plant with this serial number exists, but its name, type or authentication method differs from what was sent'
      return { kind: 'cannot-tell', evidence, at: plant.createdAt }
    }
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

/** The list shows these fields of every plant; unreadable ones contradict nothing. */
function isAsSent(plant: Plant, sent: Pick<CreatePlant, 'name' | 'type' | 'authMethod'>): boolean {
  return (['name', 'type', 'authMethod'] as const).every(
    (field) =>
      sent[field] === undefined || isUnreadable(plant, field) || plant[field] === sent[field],
  )
}
