// Conditions that a filter applies, but that the user probably didn't intend.
import { facetValueLabel, facetWords } from './facet-words'
import type { KnownValues } from './filter-suggestions'
import { type FilterItem, filterItems, printCondition } from './filter-text'
import { valueNear } from './filter-values'
import { type Condition, isAge, isCount } from './fleet-filter'
import { type KnownKeys, keyMeant } from './key-corrections'
import { seenBucket, seenEdgesMs } from './last-contact'
import { expiryBucketAt, expiryEdgesMs } from '@/domain/certificates/certificate-expiry'
import { foldText } from '@/lib/fold-text'

/** A part of a filter’s text whose effect the user probably didn’t intend. */
export interface FilterWarning {
  /** Counts from 1. */
  column: number
  length: number
  message: string
  /** Text to put in its place. */
  suggestion?: string
}

interface KnownFleet {
  /** False while plants may be missing. */
  isComplete: boolean
  /** Values that its plants have. Counting them takes time, so it is called only when needed. */
  facets: () => readonly KnownValues[]
  keys: () => KnownKeys
}

type FacetCondition = Condition & { kind: 'facet' }
type Valued = FacetCondition | (Condition & { kind: 'meta' })

/** Returns warnings about a filter’s text, in its order. Parts with mistakes have none. */
export function filterWarnings(text: string, fleet: KnownFleet): readonly FilterWarning[] {
  const items = filterItems(text)
  const joined = items.flatMap((item, index) => {
    const [before, after] = [items[index - 1], items[index + 1]]
    return before && after && isJoiningWord(text, before, item, after)
      ? joinedWarning(text, before, item, after)
      : []
  })
  const clashes = joined.length > 0 ? [] : clashWarnings(text, items)
  return [
    ...joined,
    ...clashes,
    ...items.flatMap((item) => unknownValueWarning(item, fleet)),
    ...items.flatMap((item) => unknownKeyWarning(item, fleet)),
    ...items.flatMap((item) => bareValueWarning(text, item)),
  ].toSorted((a, b) => a.column - b.column)
}

function sourceOf(text: string, { column, length }: Pick<FilterItem, 'column' | 'length'>): string {
  return text.slice(column - 1, column - 1 + length)
}

/** “or” may be a word of a name; “OR” hardly is. */
function isJoiningWord(text: string, before: FilterItem, item: FilterItem, after: FilterItem) {
  const word = sourceOf(text, item)
  if (word === 'OR' || word === 'AND') return true
  return /^(?:or|and)$/i.test(word) && [before, after].every(({ read }) => isCondition(read))
}

function isCondition(read: FilterItem['read']): boolean {
  return !('kind' in read) || read.kind !== 'text'
}

function joinedWarning(
  text: string,
  before: FilterItem,
  item: FilterItem,
  after: FilterItem,
): FilterWarning {
  const word = sourceOf(text, item)
  const searched = `“${word}” is searched for as a word.`
  const range = span(before, after)
  const merged = mergeValues(before.read, after.read)
  if (merged !== undefined) {
    const message = `${searched} Join conditions on one field with a comma, as in “${merged}”.`
    return { ...range, message, suggestion: merged }
  }
  if (word.toUpperCase() === 'OR') {
    const message = `${searched} Only conditions on one field can be alternatives, joined with a comma, as in “status:online,offline”.`
    return { column: item.column, length: item.length, message }
  }
  const suggestion = `${sourceOf(text, before)} ${sourceOf(text, after)}`
  return { ...range, message: `${searched} Plants must match all conditions anyway.`, suggestion }
}

/** Warns about each condition that rules out an earlier one. */
function clashWarnings(text: string, items: readonly FilterItem[]): FilterWarning[] {
  return items.flatMap((item, index) => {
    const earlier = items.slice(0, index).find(({ read }) => areDisjoint(read, item.read))
    if (!earlier) return []
    const pair = `“${sourceOf(text, earlier)}” and “${sourceOf(text, item)}”`
    const merged = mergeValues(earlier.read, item.read)
    if (merged === undefined)
      return { ...span(earlier, item), message: `No plant can match both ${pair}.` }
    const between = text.slice(earlier.column - 1 + earlier.length, item.column - 1).trimEnd()
    return {
      ...span(earlier, item),
      message: `No plant can match both ${pair}. Join alternatives with a comma.`,
      suggestion: merged + between,
    }
  })
}

function span(first: FilterItem, last: FilterItem): Pick<FilterWarning, 'column' | 'length'> {
  return { column: first.column, length: last.column + last.length - first.column }
}

/** Prints one condition that any value of two fulfils; undefined when they are about different fields. */
function mergeValues(one: FilterItem['read'], other: FilterItem['read']): string | undefined {
  if (!isValued(one) || !isValued(other) || fieldOf(one) !== fieldOf(other)) return undefined
  const others = other.values.filter((value) => !hasValue(one.values, value))
  return printCondition({ ...one, values: [...one.values, ...others] })
}

/** True for two conditions that no plant can fulfil together. */
function areDisjoint(one: FilterItem['read'], other: FilterItem['read']): boolean {
  if (!('kind' in one) || !('kind' in other)) return false
  if (one.kind === 'facet' && other.kind === 'facet') {
    // A template is found by its name and by its ID.
    if (one.facet !== other.facet || one.facet === 'template') return false
    return !one.values.some((value) => hasValue(other.values, value))
  }
  if (one.kind === 'facet' && other.kind === 'age') return isOutsideBuckets(other, one)
  if (one.kind === 'age' && other.kind === 'facet') return isOutsideBuckets(one, other)
  if (one.kind === 'age' && other.kind === 'age') {
    const [less, more] = one.op === '<' ? [one, other] : [other, one]
    return one.field === other.field && one.op !== other.op && less.ms <= more.ms
  }
  if (one.kind !== 'count' || other.kind !== 'count') return false
  if (one.op === '=') return !isCount(other, one.count)
  if (other.op === '=') return !isCount(one, other.count)
  const [less, more] = one.op === '<' ? [one, other] : [other, one]
  return one.op !== other.op && less.count <= more.count + 1
}

function isValued(read: FilterItem['read']): read is Valued {
  return 'kind' in read && (read.kind === 'facet' || read.kind === 'meta')
}

function fieldOf(condition: Valued): string {
  return condition.kind === 'facet' ? condition.facet : `meta.${condition.key}`
}

function hasValue(values: readonly string[], value: string): boolean {
  return values.some((one) => foldText(one) === foldText(value))
}

function unknownValueWarning(
  { column, length, read }: FilterItem,
  fleet: KnownFleet,
): FilterWarning[] {
  if (
    !('kind' in read) ||
    read.kind !== 'facet' ||
    facetWords[read.facet].unknownValue !== 'doubtful'
  ) {
    return []
  }
  const { facet, values } = read
  const own = fleet.facets().find((one) => one.facet === facet)?.values ?? []
  const known = [...facetWords[facet].order, ...own.map(({ value }) => value)]
  const unknown = [...new Set(values)].filter((value) => value !== '' && !hasValue(known, value))
  return unknown.map((value) => {
    const none = `No plant${fleet.isComplete ? '' : ' read so far'} has “${value}”`
    const near = valueNear(facet, value, known)
    if (near === undefined) return { column, length, message: `${none}.` }
    // The API's words are in upper case; most people type the lower one, which is the same.
    const meant = facet !== 'org' && value === value.toLowerCase() ? near.toLowerCase() : near
    const corrected = values.map((one) => (one === value ? meant : one))
    return {
      column,
      length,
      message: `${none}; did you mean ${meant}?`,
      suggestion: printCondition({ ...read, values: corrected }),
    }
  })
}

/** Plants may well have the key, with a list or with members of its own, which the filter can't find. */
function unknownKeyWarning(
  { column, length, read }: FilterItem,
  { isComplete, keys }: KnownFleet,
): FilterWarning[] {
  if (!('kind' in read) || read.kind !== 'meta') return []
  const { names, areAll } = keys()
  // Without any key, the plants that have one may not be read yet.
  const isUnclear = !areAll || (!isComplete && names.length === 0)
  if (isUnclear || names.includes(read.key)) return []
  const soFar = isComplete ? '' : ' so far'
  const none = `The list has no values for the metadata key “${read.key}”${soFar}`
  const near = keyMeant(read.key, names)
  if (near === undefined) return [{ column, length, message: `${none}.` }]
  const suggestion = printCondition({ ...read, key: near })
  return [{ column, length, message: `${none}; did you mean ${near}?`, suggestion }]
}

/** Facets whose values, unlike those of a type or a template, are seldom part of a plant's name. */
const statedFacets = ['status', 'lifecycle', 'cert', 'auth'] as const

/** Values that are ordinary words, and as such part of names and notes. */
const ordinaryWords = ['none', 'later']

/** A plant's texts, in which words are searched for, don't have its status. In quotes, the word itself is meant. */
function bareValueWarning(text: string, item: FilterItem): FilterWarning[] {
  const word = sourceOf(text, item)
  if (!('kind' in item.read) || item.read.kind !== 'text' || word.startsWith('"')) return []
  if (ordinaryWords.includes(word.toLowerCase())) return []
  for (const facet of statedFacets) {
    const value = facetWords[facet].order.find((one) =>
      hasValue([one, facetValueLabel(facet, one)], word),
    )
    if (value === undefined) continue
    const suggestion = printCondition({ kind: 'facet', facet, values: [value.toLowerCase()] })
    const message = `“${word}” is searched for as a word; did you mean ${suggestion}?`
    return [{ column: item.column, length: item.length, message, suggestion }]
  }
  return []
}

/** Ages at which a plant changes from one bucket to another. */
const bucketEdgesMs = [...expiryEdgesMs, ...seenEdgesMs]

/** True when no age that fulfils a condition belongs to one of a facet's buckets; it is tried on both sides of each edge. */
function isOutsideBuckets(age: Condition & { kind: 'age' }, { facet, values }: FacetCondition) {
  if (facet !== age.field) return false
  const ages = [...bucketEdgesMs, age.ms].flatMap((edgeMs) => [edgeMs - 1, edgeMs, edgeMs + 1])
  return !ages.some((ms) => isAge(age, ms) && hasValue(values, bucketAt(facet, ms)))
}

function bucketAt(facet: 'cert' | 'seen', ageMs: number): string {
  return facet === 'cert' ? expiryBucketAt(ageMs, {}, 0) : seenBucket(-ageMs, 0)
}
