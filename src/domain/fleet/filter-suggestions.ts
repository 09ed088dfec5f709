import { describeCondition } from './condition-words'
import { facetValueLabel, facetWords } from './facet-words'
import { fieldNamed, fieldNames, namesOf } from './filter-fields'
import { printValue } from './filter-quotes'
import { parseFilter, printCondition } from './filter-text'
import { filterTokens } from './filter-tokens'
import { type AgeField, type CountField, facetNames } from './fleet-filter'
import { correctKeys } from './key-corrections'
import { defaultThresholds } from '@/domain/certificates/certificate-thresholds'
import { metaKeyOf } from '@/domain/plant/metadata-attribute'
import { foldText } from '@/lib/fold-text'
import { lookUp } from '@/lib/look-up'

/** One way to complete a filter's text. */
interface FilterSuggestion {
  /** The whole text with the completion, and where the caret is then. */
  insert: string
  caret: number
  /** The item as it would be then. */
  ending: string
  label: string
}

/** Values of a facet, or of a metadata key as `meta.key`. */
export interface KnownValues {
  facet: string
  values: readonly { value: string; count?: number }[]
}

const maxShown = 8
/** Comparisons that are offered, for each field that takes them. */
const comparisons: Record<AgeField | CountField, readonly string[]> = {
  cert: [`cert<${defaultThresholds.soonDays}d`, `cert<${defaultThresholds.urgentDays}d`],
  seen: ['seen>1d', 'seen>7d'],
  created: ['created<7d'],
  failures: ['failures>0'],
}

/**
 * Completes the item of a filter's text at the caret: the name of a field, then one of its values. `known` are the
 * values that the fleet has, and `keys` its metadata keys.
 */
export function suggestFilter(
  text: string,
  caret: number,
  known: readonly KnownValues[],
  keys: () => readonly string[],
): readonly FilterSuggestion[] {
  const token = filterTokens(text).find(({ at, length }) => at < caret && caret <= at + length)
  if (!token || token.isQuoted) return []
  const typed = text.slice(token.at, caret)
  const colon = typed.indexOf(':')
  const completions =
    colon === -1
      ? fieldEndings(typed, known)
      : valueEndings(typed.slice(0, colon), typed.slice(colon + 1), known)
  const isWhole = caret === token.at + token.length && /[:<>=]/.test(typed)
  const endings = completions.length > 0 || !isWhole ? completions : corrected(token.source, keys)
  // What is complete already needs no list over the rest of the page.
  const further = endings.filter(({ ending }) => foldText(ending) !== foldText(typed))
  return further.slice(0, maxShown).map(({ ending, label }) => {
    const before = text.slice(0, token.at) + ending
    const insert = before + text.slice(token.at + token.length)
    return { insert, caret: before.length, ending, label }
  })
}

/** Describes a comparison that is offered. */
function wordsOf(text: string): string {
  return parseFilter(text).filter.map(describeCondition).join(', ')
}

interface Ending {
  ending: string
  label: string
}

/** Entries that a typed word may begin: by name first, then by another name, then by a word of the label. */
function fieldEndings(typed: string, known: readonly KnownValues[]): Ending[] {
  const facets = facetNames.map((facet) => ({
    ending: `${facet}:`,
    label: facetWords[facet].title,
    names: namesOf(facet),
  }))
  const times = fieldNames.flatMap((field) =>
    (lookUp(comparisons, field) ?? []).map((ending) => ({
      ending,
      label: wordsOf(ending),
      names: namesOf(field),
    })),
  )
  const keys = known.flatMap(({ facet }) => {
    const key = metaKeyOf(facet)
    return key === undefined
      ? []
      : [{ ending: keyed(key, ''), label: `Metadata: ${key}`, names: [] }]
  })
  const start = foldText(typed)
  return [...facets, ...times, ...keys]
    .map((entry) => ({ ...entry, rank: rankOf(start, entry) }))
    .filter(({ ending, rank }) => rank < Infinity && ending !== typed)
    .toSorted((a, b) => a.rank - b.rank)
}

function rankOf(start: string, { ending, label, names }: Ending & { names: readonly string[] }) {
  if (foldText(ending).startsWith(start)) return 0
  if (names.some((name) => name.startsWith(start))) return 1
  return beginsWord(label, start) ? 2 : Infinity
}

/** True when a word of a text begins with what was typed, already folded. */
function beginsWord(text: string, start: string): boolean {
  return ` ${foldText(text)}`.includes(` ${start}`)
}

function valueEndings(name: string, typed: string, known: readonly KnownValues[]): Ending[] {
  const facet = facetNames.find((one) => one === fieldNamed(name))
  const key = facet ?? known.find((one) => isKeyOf(one.facet, name))?.facet
  if (key === undefined) return []
  const earlier = typed.slice(0, typed.lastIndexOf(',') + 1)
  const start = foldText(typed.slice(earlier.length).replace(/^"/, ''))
  const values = new Set([
    ...(facet ? facetWords[facet].order : []),
    ...(known.find((one) => one.facet === key)?.values ?? []).map(({ value }) => value),
  ])
  const before = facet ? `${name}:` : keyed(metaKeyOf(key) ?? key, '')
  return [...values]
    .map((value) => ({ value, label: facet ? facetValueLabel(facet, value) : value }))
    .filter(
      ({ value, label }) =>
        value !== '' && (foldText(value).startsWith(start) || beginsWord(label, start)),
    )
    .map(({ value, label }) => ({ ending: `${before}${earlier}${printValue(value)}`, label }))
}

/** Keys are found with or without “meta.”. */
function isKeyOf(facet: string, name: string): boolean {
  const key = metaKeyOf(facet)
  if (key === undefined) return false
  return keyed(key, '') === `${name}:` || foldText(key) === foldText(name)
}

/** Suggests the right form of a condition with a mistake. */
function corrected(source: string, keys: () => readonly string[]): Ending[] {
  const ending = correctKeys(source, parseFilter(source).mistakes, keys)[0]?.suggestion
  const meant = ending === undefined ? undefined : parseFilter(ending)
  const [condition] = meant?.filter ?? []
  if (ending === undefined || !condition || meant?.mistakes.length !== 0) return []
  return [{ ending, label: describeCondition(condition) }]
}

function keyed(key: string, value: string): string {
  const condition = { kind: 'meta', key, values: [value] } as const
  return printCondition(condition).replace(/""$/, '')
}
