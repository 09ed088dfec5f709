// Filters of the fleet's list. A plant matches when it fulfils every condition.
import type { Plant } from '@/api/plant-schemas'
import { type ExpiryBucket, expiryMeanings } from '@/domain/certificates/certificate-expiry'
import { keysOf } from '@/lib/keyed-record'

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
export type FacetName = (typeof facetNames)[number]

/** The member of a plant from which each facet takes its value. */
export const facetMembers = {
  status: 'status',
  lifecycle: 'lifecycleStatus',
  type: 'type',
  auth: 'authMethod',
  template: 'template',
  org: 'organizationId',
  cert: 'certificateExpiresAt',
  seen: 'lastSeenAt',
} as const satisfies Record<FacetName, keyof Plant>

/** Fields that are compared with a duration. */
export type AgeField = 'cert' | 'seen' | 'created'

/** Fields that are compared with a number. */
export type CountField = 'failures'

/** One condition of a filter; a plant must meet all of them. */
export type Condition =
  /** A word or a phrase, searched for as `planSearch` reads it. */
  | { kind: 'text'; text: string }
  /** One of several values; case and accents don't matter. */
  | { kind: 'facet'; facet: FacetName; values: readonly string[] }
  /** One of several values of a metadata key at the top level. */
  | { kind: 'meta'; key: string; values: readonly string[] }
  /** `cert`: time until the certificate expires; otherwise the time since then. */
  | { kind: 'age'; field: AgeField; op: '<' | '>'; ms: number }
  | { kind: 'count'; field: CountField; op: '<' | '>' | '='; count: number }

/** Conditions that a plant must all fulfil. */
export type FleetFilter = readonly Condition[]

/** Value of a facet that arrived but could not be read. */
export const unreadableValue = 'unreadable'

/**
 * Returns true when an age, or a remaining time, fulfils a condition. An expired certificate has no time left: only `cert<0d`
 * finds it.
 */
export function isAge(
  { field, op, ms }: Pick<Condition & { kind: 'age' }, 'field' | 'op' | 'ms'>,
  ageMs: number,
): boolean {
  if (op === '>') return ageMs > ms
  if (field !== 'cert') return ageMs < ms
  return ms === 0 ? ageMs <= 0 : ageMs < ms && ageMs > 0
}

/** Returns true when a number fulfils a condition; an unknown one never does. */
export function isCount(
  { op, count }: Pick<Condition & { kind: 'count' }, 'op' | 'count'>,
  given: number | undefined,
): boolean {
  if (given === undefined) return false
  if (op === '=') return given === count
  return op === '<' ? given < count : given > count
}

/** Names of the certificate buckets, as they are written in a filter. */
export const certificateBuckets: readonly ExpiryBucket[] = keysOf(expiryMeanings)
