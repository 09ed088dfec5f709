// The list's filter for the plants of an item of the queue.
import { type AttentionKey, attentionRules } from './attention-rules'
import { type AttentionRule, facetIs } from './attention-severity'
import type { Condition, FleetFilter } from '@/domain/fleet/fleet-filter'

interface FilteredGroup {
  key: AttentionKey
  plants: readonly {
    atMs: number | undefined
    lifecycleStatus?: string | undefined
    status?: string | undefined
  }[]
}

/**
 * Returns a filter that lists all plants of a group at a time (Unix ms), and no others where the list can be filtered by all
 * that the rule asks for.
 */
export function groupFilter(
  { key, plants }: FilteredGroup,
  conditions: readonly Condition[],
  nowMs: number,
): FleetFilter {
  const { countsAtRest, narrowedBy, hasStatuses }: AttentionRule = attentionRules[key]
  if (countsAtRest) return conditions
  const isPast = plants.every(({ atMs }) => atMs !== undefined && atMs <= nowMs)
  return [
    ...conditions,
    ...(narrowedBy && isPast ? [narrowedBy] : []),
    ...(hasStatuses ? valueFilter('status', new Set(plants.map(({ status }) => status))) : []),
    // The other rules leave out plants that aren't expected to be connected, so the list does, too.
    ...lifecycleFilter(new Set(plants.map(({ lifecycleStatus }) => lifecycleStatus))),
  ]
}

/** Returns a filter for some lifecycles, as sent; none when one of them is unknown, which has no value to filter by. */
export function lifecycleFilter(lifecycles: ReadonlySet<string | undefined>): FleetFilter {
  return valueFilter('lifecycle', lifecycles)
}

function valueFilter(
  facet: 'status' | 'lifecycle',
  values: ReadonlySet<string | undefined>,
): FleetFilter {
  const known = [...values].flatMap((value) => value || [])
  if (known.length === 0 || known.length < values.size) return []
  return [facetIs(facet, ...known.toSorted())]
}
