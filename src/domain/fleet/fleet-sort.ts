import { urgencyRank } from './urgency'
import type { Plant } from '@/api/plant-schemas'
import { searchLine } from '@/domain/plant/plant-search'
import { readInstant } from '@/lib/instants'
import { isUnreadable } from '@/lib/unreadable'

/** Columns by which the list can be sorted. */
export const sortKeys = [
  'urgency',
  'name',
  'serialNumber',
  'type',
  'status',
  'lifecycle',
  'auth',
  'template',
  'cert',
  'seen',
  'failures',
  'created',
] as const
/** A column by which the list can be sorted. */
export type SortKey = (typeof sortKeys)[number]

/** Order of the list. */
export interface FleetSort {
  key: SortKey
  isDescending: boolean
}

/** The most urgent plants first. */
export const defaultSort: FleetSort = { key: 'urgency', isDescending: false }

/** Parses a sort parameter such as `name` or `-name`; anything else is the default order. */
export function parseSort(text: unknown): FleetSort {
  if (typeof text !== 'string') return defaultSort
  const isDescending = text.startsWith('-')
  const key = sortKeys.find((one) => one === (isDescending ? text.slice(1) : text))
  return key === undefined ? defaultSort : { key, isDescending }
}

/** Returns the sort parameter; undefined for the default order. */
export function printSort({ key, isDescending }: FleetSort): string | undefined {
  if (key === defaultSort.key && !isDescending) return undefined
  return isDescending ? `-${key}` : key
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
      return instantOf(plant, 'certificateExpiresAt')
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
