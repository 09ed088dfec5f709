import type { FacetKey } from './facet-choice'
import { facetValueLabel, facetWords } from './facet-words'
import { facetNames } from './fleet-filter'
import { metaKeyOf } from '@/domain/plant/metadata-attribute'
import { foldText } from '@/lib/fold-text'

/** Facets in the order of the panel; those of metadata come last. */
export const facetOrder: readonly string[] = Object.keys(facetWords)

const nameOf = (facet: FacetKey) => facetNames.find((name) => name === facet)

/** Returns the heading of a facet. */
export function facetTitle(facet: FacetKey): string {
  const name = nameOf(facet)
  return name ? facetWords[name].title : (metaKeyOf(facet) ?? facet)
}

/** A value as it is spelt, with a number of plants. */
interface SpeltValue {
  value: string
  count: number
}

/**
 * Returns one spelling of each value, the first, by its folded text, with the plants of all spellings: a filter doesn't
 * tell them apart.
 */
export function mergeSpellings(values: Iterable<SpeltValue>): Map<string, SpeltValue> {
  const merged = new Map<string, SpeltValue>()
  for (const { value, count } of values) {
    const known = merged.get(foldText(value))
    if (known) known.count += count
    else merged.set(foldText(value), { value, count })
  }
  return merged
}

/** One value of a facet, to be chosen by checkbox. */
interface FacetValue {
  value: string
  label: string
  count: number
}

/** Returns values of a facet with their labels, in an order that does not change with the counts. */
export function facetValues(
  facet: FacetKey,
  values: Iterable<string>,
  counts: ReadonlyMap<string, number>,
): FacetValue[] {
  const name = nameOf(facet)
  const order = name ? facetWords[name].order.map(foldText) : []
  const rankOf = (value: string) => {
    const rank = order.indexOf(foldText(value))
    return rank < 0 ? order.length : rank
  }
  return Array.from(values, (value) => ({
    value,
    label: name ? facetValueLabel(name, value) : value,
    count: counts.get(value) ?? 0,
  })).toSorted(
    (a, b) =>
      rankOf(a.value) - rankOf(b.value) || (a.label < b.label ? -1 : Number(a.label > b.label)),
  )
}
