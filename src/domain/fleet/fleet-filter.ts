// Filters of the fleet's list. A plant matches when it fulfils every condition.
import { seenBucket } from './last-contact'
import type { Plant } from '@/api/plant-schemas'
import { type ExpiryBucket, expiryBucketAt } from '@/domain/credentials/certificate-expiry'
import { metadataValues } from '@/domain/plant/metadata-values'
import { plantMatcher } from '@/domain/plant/plant-search'
import { foldText } from '@/lib/fold-text'
import { readInstant } from '@/lib/instants'
import { isUnreadable } from '@/lib/unreadable'

/** Attributes with few values each, which are filtered by value. */
export const facetNames = [
  'status',
  'lifecycle',
  'type',
  'auth',
  'template',
  'org',
  'cert',
  'seen',
] as const
/** Name of a facet. */
export type FacetName = (typeof facetNames)[number]

/** Times that are compared with now. */
export type AgeField = 'cert' | 'seen' | 'created'

/** One condition of a filter. */
export type Condition =
  /** A word or a phrase, searched for as `plantMatcher` does. */
  | { kind: 'text'; text: string }
  /** One of several values; case and accents don't matter. */
  | { kind: 'facet'; facet: FacetName; values: readonly string[] }
  /** One of several values of a metadata key at the top level. */
  | { kind: 'meta'; key: string; values: readonly string[] }
  /** `cert`: time until the certificate expires; otherwise the time since then. */
  | { kind: 'age'; field: AgeField; op: '<' | '>'; ms: number }
  | { kind: 'count'; field: 'failures'; op: '<' | '>' | '='; count: number }

/** Conditions that a plant must all fulfil. */
export type FleetFilter = readonly Condition[]

const members = {
  status: 'status',
  lifecycle: 'lifecycleStatus',
  type: 'type',
  auth: 'authMethod',
  org: 'organizationId',
} as const

/** Value of a facet that arrived but could not be read. */
export const unreadableValue = 'unreadable'

/**
 * Returns the value of a facet: the API's own word or ID, the template's name, or the name of a bucket; '' when it was
 * not given.
 */
export function facetValueOf(plant: Plant, facet: FacetName, nowMs: number): string {
  if (facet === 'cert') {
    const { certificateExpiresAt, lifecycleStatus } = plant
    const endMs = readMember(plant, 'certificateExpiresAt', certificateExpiresAt)
    return expiryBucketAt(endMs, lifecycleStatus, nowMs)
  }
  if (facet === 'seen') return seenBucket(readMember(plant, 'lastSeenAt', plant.lastSeenAt), nowMs)
  if (facet === 'template') {
    if (isUnreadable(plant, 'template', 'templateId')) return unreadableValue
    return plant.template?.name || plant.template?.id || plant.templateId || ''
  }
  const member = members[facet]
  return isUnreadable(plant, member) ? unreadableValue : (plant[member] ?? '')
}

/** Returns true when a plant fulfils every condition at a time (Unix ms). */
export function matchesFilter(plant: Plant, filter: FleetFilter, nowMs: number): boolean {
  return filter.every((condition) => fulfils(plant, condition, nowMs))
}

/** Returns true when a plant fulfils a condition at a time (Unix ms). */
export function fulfils(plant: Plant, condition: Condition, nowMs: number): boolean {
  switch (condition.kind) {
    case 'text':
      return plantMatcher(condition.text)(plant)
    case 'facet':
      return hasFacetValue(plant, condition.facet, condition.values, nowMs)
    case 'meta': {
      const wanted = new Set(condition.values.map(foldText))
      return metadataValues(plant.metadata).some(
        ({ key, text }) => key === condition.key && wanted.has(foldText(text)),
      )
    }
    case 'age': {
      const ageMs = ageOf(plant, condition.field, nowMs)
      return ageMs !== undefined && isAge(condition, ageMs)
    }
    case 'count':
      return isCount(condition, failuresOf(plant))
  }
}

/** Returns true when an age, or a time left, is what a condition asks for; an expired certificate has no time left. */
export function isAge(
  { field, op, ms }: Pick<Condition & { kind: 'age' }, 'field' | 'op' | 'ms'>,
  ageMs: number,
): boolean {
  if (op === '>') return ageMs > ms
  return ageMs < ms && (field !== 'cert' || ageMs > 0)
}

/** Returns true when a number is what a condition asks for; an unknown one never is. */
export function isCount(
  { op, count }: Pick<Condition & { kind: 'count' }, 'op' | 'count'>,
  given: number | undefined,
): boolean {
  if (given === undefined) return false
  if (op === '=') return given === count
  return op === '<' ? given < count : given > count
}

/** Returns true for buckets of certificates that have a time left to compare. */
export function hasTimeLeft(lifecycleStatus: string): boolean {
  // Revoking a plant revokes its certificate, whatever its date.
  return lifecycleStatus !== 'REVOKED'
}

function hasFacetValue(
  plant: Plant,
  facet: FacetName,
  values: readonly string[],
  nowMs: number,
): boolean {
  const wanted = new Set(values.map(foldText))
  if (wanted.has(foldText(facetValueOf(plant, facet, nowMs)))) return true
  // A template is found by its ID, too.
  const templateId = plant.template?.id ?? plant.templateId
  return facet === 'template' && Boolean(templateId) && wanted.has(foldText(templateId ?? ''))
}

function ageOf(plant: Plant, field: AgeField, nowMs: number): number | undefined {
  if (field === 'cert') {
    const endMs = readMember(plant, 'certificateExpiresAt', plant.certificateExpiresAt)
    const isComparable = typeof endMs === 'number' && hasTimeLeft(plant.lifecycleStatus)
    return isComparable ? endMs - nowMs : undefined
  }
  const name = field === 'seen' ? 'lastSeenAt' : 'createdAt'
  const atMs = readMember(plant, name, plant[name])
  return typeof atMs === 'number' ? nowMs - atMs : undefined
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

/** Names of the certificate buckets, as they are written in a filter. */
export const certificateBuckets: readonly ExpiryBucket[] = [
  'expired',
  'week',
  'month',
  'quarter',
  'later',
  'none',
  'revoked',
  'unreadable',
]
