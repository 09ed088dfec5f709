// Filters and sorts plants one by one. The index gives the same list; its tests compare it with this.
import {
  type AgeField,
  type Condition,
  type FacetName,
  type FleetFilter,
  isAge,
  isCount,
} from './fleet-filter'
import type { FleetSort, SortKey } from './fleet-sort'
import { statedValue } from './hiding-reason'
import { seenBucket } from './last-contact'
import type { Plant } from '@/api/plant-schemas'
import { expiryBucketAt, hasCertificateInUse } from '@/domain/certificates/certificate-expiry'
import { metadataValues } from '@/domain/plant/metadata-values'
import { plantMatcher, searchLine } from '@/domain/plant/plant-search'
import { urgencyRank } from '@/domain/problems/urgency'
import { foldText } from '@/lib/fold-text'
import { readInstant } from '@/lib/instants'
import { isUnreadable } from '@/lib/unreadable'

/**
 * Returns the value of a facet: the API's own word or ID, the template's name, or the name of a bucket; '' when it was
 * not given.
 */
export function facetValueOf(
  plant: Plant,
  facet: FacetName,
  nowMs: number,
  readAtMs = nowMs,
): string {
  if (facet === 'cert') {
    const endMs = readMember(plant, 'certificateExpiresAt', plant.certificateExpiresAt)
    return expiryBucketAt(endMs, plant, nowMs)
  }
  if (facet === 'seen')
    return seenBucket(readMember(plant, 'lastSeenAt', plant.lastSeenAt), readAtMs)
  return statedValue(plant, facet)
}

/** Returns true when a plant that was read at `readAtMs` fulfils every condition at a time (both Unix ms). */
export function matchesFilter(
  plant: Plant,
  filter: FleetFilter,
  nowMs: number,
  readAtMs = nowMs,
): boolean {
  return filter.every((condition) => fulfils(plant, condition, { nowMs, readAtMs }))
}

interface Times {
  nowMs: number
  readAtMs: number
}

function fulfils(plant: Plant, condition: Condition, times: Times): boolean {
  switch (condition.kind) {
    case 'text':
      return plantMatcher(condition.text)(plant)
    case 'facet':
      return hasFacetValue(plant, condition.facet, condition.values, times)
    case 'meta': {
      const wanted = new Set(condition.values.map(foldText))
      return metadataValues(plant.metadata).some(
        ({ key, text }) => key === condition.key && wanted.has(foldText(text)),
      )
    }
    case 'age': {
      const ageMs = ageOf(plant, condition.field, times)
      return ageMs !== undefined && isAge(condition, ageMs)
    }
    case 'count':
      return isCount(condition, failuresOf(plant))
  }
}

function hasFacetValue(
  plant: Plant,
  facet: FacetName,
  values: readonly string[],
  { nowMs, readAtMs }: Times,
): boolean {
  const wanted = new Set(values.map(foldText))
  if (wanted.has(foldText(facetValueOf(plant, facet, nowMs, readAtMs)))) return true
  // A template is found by its ID, too.
  const templateId = plant.template?.id ?? plant.templateId
  return facet === 'template' && Boolean(templateId) && wanted.has(foldText(templateId ?? ''))
}

function ageOf(plant: Plant, field: AgeField, { nowMs, readAtMs }: Times): number | undefined {
  if (field === 'cert') {
    const endMs = readMember(plant, 'certificateExpiresAt', plant.certificateExpiresAt)
    const isComparable = typeof endMs === 'number' && hasCertificateInUse(plant)
    return isComparable ? endMs - nowMs : undefined
  }
  const name = field === 'seen' ? 'lastSeenAt' : 'createdAt'
  const atMs = readMember(plant, name, plant[name])
  if (typeof atMs !== 'number') return undefined
  return (field === 'seen' ? readAtMs : nowMs) - atMs
}

function failuresOf(plant: Plant): number | undefined {
  return isUnreadable(plant, 'authFailureCount') ? undefined : (plant.authFailureCount ?? undefined)
}

function readMember(
  plant: Plant,
  name: keyof Plant,
  value: string | null | undefined,
): number | null | undefined {
  return isUnreadable(plant, name) ? undefined : readInstant(value)
}

/**
 * Returns a comparator for plants at a time (Unix ms). Texts are compared without case and accents. Missing and
 * unreadable values are last in both directions; plants with the same value are in the order of their IDs.
 */
export function comparePlants(
  { key, isDescending }: FleetSort,
  nowMs: number,
): (a: Plant, b: Plant) => number {
  return (a, b) => {
    const [one, other] = [sortValueOf(a, key, nowMs), sortValueOf(b, key, nowMs)]
    if (one !== other) {
      if (one === undefined) return 1
      if (other === undefined) return -1
      return one < other !== isDescending ? -1 : 1
    }
    if (a.id === b.id) return 0
    return a.id < b.id ? -1 : 1
  }
}

function sortValueOf(plant: Plant, key: SortKey, nowMs: number): string | number | undefined {
  switch (key) {
    case 'urgency': {
      const rank = urgencyRank(plant, nowMs)
      return rank === Infinity ? undefined : rank
    }
    case 'failures':
      return isUnreadable(plant, 'authFailureCount')
        ? undefined
        : (plant.authFailureCount ?? undefined)
    case 'template': {
      const { template, templateId } = plant
      return searchLine(template?.name || template?.id || templateId || '') || undefined
    }
    case 'cert':
      return hasCertificateInUse(plant) ? instantOf(plant, 'certificateExpiresAt') : undefined
    case 'seen':
      return instantOf(plant, 'lastSeenAt')
    case 'created':
      return instantOf(plant, 'createdAt')
    default: {
      const member = textMembers[key]
      const text = isUnreadable(plant, member) ? '' : searchLine(plant[member])
      return text || undefined
    }
  }
}

const textMembers = {
  name: 'name',
  serialNumber: 'serialNumber',
  type: 'type',
  status: 'status',
  lifecycle: 'lifecycleStatus',
  auth: 'authMethod',
} as const

function instantOf(
  plant: Plant,
  member: 'certificateExpiresAt' | 'lastSeenAt' | 'createdAt',
): number | undefined {
  return isUnreadable(plant, member) ? undefined : (readInstant(plant[member]) ?? undefined)
}
