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

/** So many values can be scanned even if each belongs to a single plant. */
const fewValues = 7

/**
 * Returns true for a facet that is worth showing: the filter chooses from it, or its values divide the plants into groups.
 * `values` have the numbers of plants of the whole fleet. A metadata key whose values hardly repeat, such as the number of a
 * meter, is searched for rather than chosen from; it would disappear with more plants anyway.
 */
export function isFacetHelpful(
  { facet, values }: { facet: FacetKey; values: readonly { count: number }[] },
  filter: FleetFilter,
): boolean {
  if (chosenValues(filter, facet).length > 0) return true
  // A single value leaves nothing to choose.
  if (values.length < 2) return false
  if (!isMetaKey(facet) || values.length <= fewValues) return true
  const plants = values.reduce((sum, { count }) => sum + count, 0)
  return values.length <= plants / 2
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
