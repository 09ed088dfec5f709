import type { AtRisk } from './certificate-survey'
import { gradeMeanings, reachFilterLabel, reachFilters } from './renewal-advice'
import { type SpanDays, wordsOf } from './search-values'
import { authMethodLabel } from '@/domain/credentials/auth-methods'
import { plantMatcher } from '@/domain/plant/plant-search'
import { lifecycleMeanings } from '@/domain/status/lifecycle'
import { meaningOf } from '@/domain/status/meaning'
import { lookUp } from '@/lib/look-up'
import { dayBefore } from '@/lib/zoned-days'

/** Members by which the rows are filtered. */
export const riskFacets = ['grade', 'reach', 'lifecycle', 'auth'] as const
/** A facet of the rows. */
type RiskFacet = (typeof riskFacets)[number]

/** A search text, a value for each facet, and a span, as in the page's URL. */
type RiskFilter = Partial<Record<RiskFacet, string | undefined>> & SpanDays & { q?: unknown }

/** Label of each facet, and the words for its values. */
export const riskFacetWords: Record<RiskFacet, { label: string; word: (value: string) => string }> =
  {
    grade: { label: 'Expiry', word: (value) => lookUp(gradeMeanings, value)?.label ?? value },
    reach: { label: 'Contact', word: reachFilterLabel },
    lifecycle: { label: 'Lifecycle', word: (value) => meaningOf(lifecycleMeanings, value).label },
    auth: { label: 'Authentication method', word: (value) => authMethodLabel(value) ?? value },
  }

/** Returns the filter of the rows in words; empty without one. */
export function filterText(search: RiskFilter): string {
  const words = wordsOf(search)
  const { from, to } = search
  return [
    ...(words === '' ? [] : [words]),
    ...(from === undefined ? [] : [`Expires from ${from}`]),
    ...(to === undefined ? [] : [`Expires up to ${dayBefore(to)}`]),
    ...riskFacets.flatMap((facet) => {
      const value = search[facet]
      const { label, word } = riskFacetWords[facet]
      return value === undefined ? [] : [`${label}: ${word(value)}`]
    }),
  ].join(', ')
}

/** Returns the number of facets and thresholds that the user has set. */
export function filtersInUse(
  search: RiskFilter & { urgent?: number | undefined; soon?: number | undefined },
): number {
  const values = [...riskFacets.map((facet) => search[facet]), search.urgent, search.soon]
  return values.filter((value) => value !== undefined).length
}

/** Returns the values of a facet that list a row; none when it is unknown. */
function facetValues({ grade, reach, plant }: AtRisk, facet: RiskFacet): readonly string[] {
  switch (facet) {
    case 'grade':
      return [grade]
    case 'reach':
      return reach === undefined ? [] : reachFilters(reach)
    case 'lifecycle':
      return plant.lifecycleStatus ? [plant.lifecycleStatus] : []
    case 'auth':
      return plant.authMethod ? [plant.authMethod] : []
  }
}

/** Returns the rows that match the words and the facets, `except` for one facet. */
export function filterRows(
  rows: readonly AtRisk[],
  search: RiskFilter,
  except?: RiskFacet,
): readonly AtRisk[] {
  const words = wordsOf(search)
  const matches = plantMatcher(words)
  const asked = riskFacets.filter((facet) => facet !== except && search[facet] !== undefined)
  if (words.trim() === '' && asked.length === 0) return rows
  return rows.filter(
    (row) =>
      asked.every((facet) => facetValues(row, facet).some((value) => value === search[facet])) &&
      matches(row.plant),
  )
}

/** Counts the rows by the values of a facet; each facet ignores its own choice. */
export function countFacet(
  rows: readonly AtRisk[],
  search: RiskFilter,
  facet: RiskFacet,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const row of filterRows(rows, search, facet)) {
    for (const value of facetValues(row, facet)) {
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
  }
  return counts
}
