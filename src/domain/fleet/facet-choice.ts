import type { Condition, FacetName, FleetFilter } from './fleet-filter'
import { metaKeyOf } from '@/domain/plant/metadata-attribute'
import { foldText } from '@/lib/fold-text'

/** A facet of the list, or a top-level metadata key that has few values. */
export type FacetKey = FacetName | `meta.${string}`

/** Returns the chosen values of a facet, as they are written in the filter. */
export function chosenValues(filter: FleetFilter, facet: FacetKey): readonly string[] {
  return filter.flatMap((condition) =>
    'values' in condition && isAbout(condition, facet) ? condition.values : [],
  )
}

/** Adds or removes a value of a facet. Its values share one condition, which keeps its place. */
export function toggleValue(filter: FleetFilter, facet: FacetKey, value: string): FleetFilter {
  const wanted = foldText(value)
  const current = chosenValues(filter, facet)
  const without = current.filter((one) => foldText(one) !== wanted)
  const values = without.length < current.length ? without : [...current, value]
  const next = values.length > 0 ? [conditionOf(facet, values)] : []
  const place = filter.findIndex((condition) => isAbout(condition, facet))
  const others = filter.filter((condition) => !isAbout(condition, facet))
  return others.toSpliced(place < 0 ? others.length : place, 0, ...next)
}

function isAbout(condition: Condition, facet: FacetKey): boolean {
  if (condition.kind === 'facet') return condition.facet === facet
  return condition.kind === 'meta' && `meta.${condition.key}` === facet
}

function conditionOf(facet: FacetKey, values: readonly string[]): Condition {
  return isMetaKey(facet)
    ? { kind: 'meta', key: metaKeyOf(facet) ?? '', values }
    : { kind: 'facet', facet, values }
}

function isMetaKey(facet: FacetKey): facet is `meta.${string}` {
  return metaKeyOf(facet) !== undefined
}
