import type { Condition, FleetFilter } from './fleet-filter'

/** Returns a filter without some of its conditions. */
export function withoutConditions(
  filter: FleetFilter,
  conditions: readonly Condition[],
): FleetFilter {
  return filter.filter((condition) => !conditions.includes(condition))
}
