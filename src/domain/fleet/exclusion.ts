import type { Condition, FleetFilter } from './fleet-filter'

/** Returns a filter without some of its conditions. */
export function withoutConditions(
  filter: FleetFilter,
  conditions: readonly Condition[],
): FleetFilter {
  return filter.filter((condition) => !conditions.includes(condition))
}

/** Returns the text that a filter looks for; '' for one of other conditions only. */
export function wantedText(filter: FleetFilter): string {
  return filter.flatMap((one) => (one.kind === 'text' ? [one.text] : [])).join(' ')
}
