// The fleet by the values of one attribute: the counts of the list's facets, with what a figure needs beside its number.
import { facetValues } from './facet-values'
import { facetWords } from './facet-words'
import { printFilter } from './filter-text'
import { type FacetName, unreadableValue } from './fleet-filter'
import { connectionMeanings } from '@/domain/status/connection'
import { lifecycleMeanings } from '@/domain/status/lifecycle'
import { foldText } from '@/lib/fold-text'
import { lookUp } from '@/lib/look-up'
import type { Tone } from '@/lib/tone'

/** A value of a facet with its part of the fleet. */
export interface FacetShare {
  value: string
  label: string
  /** Undefined for an attribute that isn't a state. */
  tone: Tone | undefined
  count: number
  /** Part of the plants that were counted, in per cent. */
  pct: number
  /** Filter line of the list that shows these plants. */
  line: string
}

/** The shares of a facet; more values than have room are only counted. */
interface FacetShares {
  shares: readonly FacetShare[]
  rest: { values: number; plants: number }
}

/** A backend may send any number of values that the document does not name. */
const maxUnnamed = 3

const states: Partial<Record<FacetName, Record<string, { tone: Tone }>>> = {
  status: connectionMeanings,
  lifecycle: lifecycleMeanings,
}

/**
 * Returns the shares of a facet in the order of its known values, which are listed even without a plant, so that each
 * keeps its place. `counts` are those of `FleetView.facets`; together they count each plant once.
 */
export function facetShares(
  facet: FacetName,
  counts: readonly { value: string; count: number }[],
): FacetShares {
  const known = facetWords[facet].order.filter((value) => value !== unreadableValue)
  const found = new Map(known.map((value) => [foldText(value), { value, count: 0 }]))
  let plants = 0
  for (const { value, count } of counts) {
    plants += count
    const one = found.get(foldText(value))
    // The list finds a value in either case, so both are one here.
    if (one) one.count += count
    else found.set(foldText(value), { value, count })
  }
  const all = [...found.values()]
  const named = all.slice(0, known.length)
  const unnamed = all.slice(known.length).toSorted((a, b) => b.count - a.count)
  const shown = [...named, ...unnamed.slice(0, maxUnnamed)]
  const hidden = unnamed.slice(maxUnnamed)
  const countOf = new Map(shown.map(({ value, count }) => [value, count]))
  const shares = facetValues(facet, countOf.keys(), countOf).map((one): FacetShare => ({
    ...one,
    tone: toneOf(facet, one.value),
    pct: plants === 0 ? 0 : (100 * one.count) / plants,
    line: printFilter([{ kind: 'facet', facet, values: [one.value] }]),
  }))
  const rest = { values: hidden.length, plants: hidden.reduce((sum, one) => sum + one.count, 0) }
  return { shares, rest }
}

/** Returns true when two lists of shares show the same, as those from before and after a reading often do. */
export function areSameShares(one: readonly FacetShare[], other: readonly FacetShare[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ value, count }, at) => value === other[at]?.value && count === other[at].count)
  )
}

function toneOf(facet: FacetName, value: string): Tone | undefined {
  const meanings = states[facet]
  if (!meanings) return undefined
  if (value === unreadableValue) return 'warn'
  return lookUp(meanings, value.toUpperCase())?.tone ?? 'neutral'
}
