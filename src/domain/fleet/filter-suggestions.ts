import { facetValueLabel, facetWords } from './facet-words'
import { fieldNamed, fieldNames, printCondition } from './filter-text'
import { filterTokens } from './filter-tokens'
import { facetNames } from './fleet-filter'

/** One way to complete a filter's text. */
export interface FilterSuggestion {
  /** The whole text with the completion, and where the caret is then. */
  insert: string
  caret: number
  /** The item as it would be then. */
  ending: string
  label: string
}

/** Values of a facet, or of a metadata key as `meta.key`. */
interface KnownValues {
  facet: string
  values: readonly { value: string; count?: number }[]
}

const mostShown = 8
const comparisons: Partial<Record<string, readonly [text: string, label: string][]>> = {
  cert: [
    ['cert<30d', 'Certificate expires in less than 30 days'],
    ['cert<7d', 'Certificate expires in less than 7 days'],
  ],
  seen: [
    ['seen>1d', 'Last seen more than 1 day ago'],
    ['seen>7d', 'Last seen more than 7 days ago'],
  ],
  created: [['created<7d', 'Created less than 7 days ago']],
  failures: [['failures>0', 'Any authentication failures']],
}

/**
 * Completes the item of a filter's text at the caret: the name of a field, then one of its values. `known` are the
 * values that the fleet has.
 */
export function suggestFilter(
  text: string,
  caret: number,
  known: readonly KnownValues[],
): readonly FilterSuggestion[] {
  const token = filterTokens(text).find(({ at, length }) => at < caret && caret <= at + length)
  if (!token || token.isQuoted) return []
  const typed = text.slice(token.at, caret)
  const colon = typed.indexOf(':')
  const endings =
    colon === -1
      ? fieldEndings(typed, known)
      : valueEndings(typed.slice(0, colon), typed.slice(colon + 1), known)
  return endings.slice(0, mostShown).map(({ ending, label }) => {
    const before = text.slice(0, token.at) + ending
    const insert = before + text.slice(token.at + token.length)
    return { insert, caret: before.length, ending, label }
  })
}

interface Ending {
  ending: string
  label: string
}

function fieldEndings(typed: string, known: readonly KnownValues[]): Ending[] {
  const start = typed.toLowerCase()
  const facets = facetNames.map((facet) => ({
    ending: `${facet}:`,
    label: facetWords[facet].title,
  }))
  const keys = known
    .filter(({ facet }) => facet.startsWith('meta.'))
    .map(({ facet }) => ({ ending: keyed(facet, ''), label: `Metadata: ${facet.slice(5)}` }))
  const times = fieldNames
    .flatMap((field) => comparisons[field] ?? [])
    .map(([ending, label]) => ({ ending, label }))
  return [...facets, ...times, ...keys].filter(
    ({ ending }) => ending.toLowerCase().startsWith(start) && ending !== typed,
  )
}

function valueEndings(name: string, typed: string, known: readonly KnownValues[]): Ending[] {
  const facet = facetNames.find((one) => one === fieldNamed(name))
  const key = facet ?? known.find((one) => keyed(one.facet, '') === `${name}:`)?.facet
  if (key === undefined) return []
  const earlier = typed.slice(0, typed.lastIndexOf(',') + 1)
  const start = typed.slice(earlier.length).replace(/^"/, '').toLowerCase()
  const values = new Set([
    ...(facet ? facetWords[facet].order : []),
    ...(known.find((one) => one.facet === key)?.values ?? []).map(({ value }) => value),
  ])
  return [...values]
    .filter((value) => value !== '' && value.toLowerCase().startsWith(start))
    .map((value) => ({
      ending: `${name}:${earlier}${printed(value)}`,
      label: facet ? facetValueLabel(facet, value) : value,
    }))
}

function keyed(metaKey: string, value: string): string {
  const condition = { kind: 'meta', key: metaKey.slice(5), values: [value] } as const
  return printCondition(condition).replace(/""$/, '')
}

/** A value as it is written in a filter. */
function printed(value: string): string {
  return printCondition({ kind: 'facet', facet: 'org', values: [value] }).slice('org:'.length)
}
