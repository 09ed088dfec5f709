import { type Condition, type FleetFilter, fulfils } from './fleet-filter'
import type { Plant } from '@/api/plant-schemas'

/** Returns the conditions that keep a plant out of a list at a time (Unix ms); none for a plant that is in it. */
export function excludingConditions(
  plant: Plant,
  filter: FleetFilter,
  nowMs: number,
): readonly Condition[] {
  return filter.filter((condition) => !fulfils(plant, condition, nowMs))
}

/** Returns a filter without some of its conditions. */
export function withoutConditions(
  filter: FleetFilter,
  conditions: readonly Condition[],
): FleetFilter {
  return filter.filter((condition) => !conditions.includes(condition))
}
