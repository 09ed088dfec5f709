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

/** Returns a filter that looks for another text; its other conditions stay. */
export function withWantedText(filter: FleetFilter, text: string): FleetFilter {
  const others = filter.filter(({ kind }) => kind !== 'text')
  return [...others, { kind: 'text', text }]
}
