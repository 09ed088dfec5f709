import { type FilterToken, filterTokens } from './filter-tokens'
// The text line of a filter: `status:offline cert<30d meta.installer:"Elektro" brno`.
import {
  type Condition,
  type FacetName,
  type FleetFilter,
  certificateBuckets,
  facetNames,
} from './fleet-filter'
import { seenWords } from './last-contact'
import { isMarkedHex } from '@/lib/hex-digits'
import { dayMs, hourMs, minuteMs, secondMs } from '@/lib/instants'
import { lookUp } from '@/lib/look-up'

/** A part of the text that can’t be read as a condition. */
export interface FilterMistake {
  /** Counts from 1. */
  column: number
  length: number
  message: string
  /** Text to put in its place. */
  suggestion?: string
}

/** Names of the fields of a filter's text. */
export const fieldNames = [...facetNames, 'created', 'failures'] as const
/** Name of a field of a filter's text; metadata is `meta.` and a key. */
type FieldName = (typeof fieldNames)[number]

/** The API's own names, and those on the screen. */
const aliases: Record<string, FieldName> = {
  connection: 'status',
  lifecyclestatus: 'lifecycle',
  authmethod: 'auth',
  authentication: 'auth',
  organization: 'org',
  organizationid: 'org',
  certificate: 'cert',
  lastseen: 'seen',
  authfailurecount: 'failures',
}

const buckets: Partial<Record<FacetName, readonly string[]>> = {
  cert: certificateBuckets,
  seen: Object.keys(seenWords),
}

const units = { s: secondMs, m: minuteMs, h: hourMs, d: dayMs, w: 7 * dayMs } as const

/** Parses the text of a filter. Parts with mistakes are left out of the filter. Never throws. */
export function parseFilter(text: string): {
  filter: FleetFilter
  mistakes: readonly FilterMistake[]
} {
  // A fingerprint with its label is one text, although it has blanks.
  if (isOneNumber(text)) return { filter: [{ kind: 'text', text: text.trim() }], mistakes: [] }
  const filter: Condition[] = []
  const mistakes: FilterMistake[] = []
  for (const token of filterTokens(text)) {
    const read = readToken(token)
    if (read === undefined) continue
    if ('kind' in read) filter.push(read)
    else mistakes.push({ column: token.at + 1, length: token.length, ...read })
  }
  return { filter, mistakes }
}

/** Prints a filter so that `parseFilter` reads the same filter. */
export function printFilter(filter: FleetFilter): string {
  const line = filter.map(printCondition).join(' ')
  // Words that would be read as one fingerprint must stay apart.
  return isOneNumber(line) && filter.length > 1
    ? filter.map((one) => (one.kind === 'text' ? quote(one.text) : printCondition(one))).join(' ')
    : line
}

function isOneNumber(text: string): boolean {
  return isMarkedHex(text) && blank.test(text.trim())
}

/** Prints one condition. */
export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'text':
      return isWord(condition.text) ? condition.text : quote(condition.text)
    case 'facet':
      return `${condition.facet}:${condition.values.map(printValue).join(',')}`
    case 'meta': {
      const key = /^[\w.-]+$/.test(condition.key) ? condition.key : quote(condition.key)
      return `meta.${key}:${condition.values.map(printValue).join(',')}`
    }
    case 'age':
      return condition.field + condition.op + printDuration(condition.ms)
    case 'count':
      return `failures${condition.op === '=' ? ':' : condition.op}${condition.count}`
  }
}

/** Returns the known field of a name or another name for it, in any case. */
export function fieldNamed(name: string): FieldName | undefined {
  const lower = name.toLowerCase()
  return fieldNames.find((one) => one === lower) ?? lookUp(aliases, lower)
}

type Mistake = Omit<FilterMistake, 'column' | 'length'>

function readToken(token: FilterToken): Condition | Mistake | undefined {
  const { source, name, op, key, values, isUnclosed, rest } = token
  if (isUnclosed) return { message: 'A quotation mark is missing.', suggestion: `${source}"` }
  if (rest !== '')
    return { message: 'A blank is missing beside a quotation mark.', suggestion: quote(source) }
  if (op === undefined || (key === undefined && isText(token))) {
    const text = token.isQuoted ? name : source
    return text.trim() === '' ? undefined : { kind: 'text', text }
  }
  const missing = values.findIndex((value) => value === '')
  if (missing !== -1 && !source.includes('""'))
    return { message: `A value is missing after “${name}${op}”.` }
  if (key !== undefined) {
    if (key === '') return { message: 'A key is missing after “meta.”.' }
    if (op !== ':') return { message: `Metadata can’t be compared. Use “:”.` }
    return { kind: 'meta', key, values }
  }
  const field = fieldNamed(name)
  return field === undefined ? unknownField(token) : readField(field, op, values)
}

/** Fingerprints have colons, too. */
function isText({ source, name }: FilterToken): boolean {
  return name === '' || (fieldNamed(name) === undefined && isMarkedHex(source))
}

function unknownField({ name, source }: FilterToken): Mistake {
  const near = fieldNames.find((one) => distance(one, name.toLowerCase()) <= 2)
  const suggestion = near === undefined ? quote(source) : near + source.slice(name.length)
  const advice =
    near === undefined ? 'Put it in quotation marks to search for it.' : `Did you mean “${near}”?`
  return { message: `There is no field “${name}”. ${advice}`, suggestion }
}

function readField(
  field: FieldName,
  op: ':' | '<' | '>' | '=',
  values: readonly string[],
): Condition | Mistake {
  const [value = ''] = values
  if (field === 'failures') {
    const count = /^\d{1,9}$/.test(value) && values.length === 1 ? Number(value) : undefined
    if (count === undefined) return { message: `“${field}” needs a number, such as “failures>0”.` }
    return { kind: 'count', field, op: op === ':' ? '=' : op, count }
  }
  if (op === '<' || op === '>') {
    if (field !== 'cert' && field !== 'seen' && field !== 'created')
      return { message: `“${field}” can’t be compared. Use “:”.`, suggestion: `${field}:${value}` }
    const ms = values.length === 1 ? readDuration(value) : undefined
    if (ms === undefined)
      return { message: `“${field}${op}” needs a time, such as “30d”, “2h” or “15m”.` }
    return { kind: 'age', field, op, ms }
  }
  if (field === 'created') return { message: '“created” needs “<” or “>”, as in “created<7d”.' }
  const known = buckets[field]
  const unknown = known && values.find((one) => !known.includes(one.toLowerCase()))
  if (known && unknown !== undefined) {
    const near = known.find((one) => distance(one, unknown.toLowerCase()) <= 2)
    const message = `“${field}” has no value “${unknown}”. Use ${listOf(known)}.`
    return near === undefined ? { message } : { message, suggestion: `${field}:${near}` }
  }
  return {
    kind: 'facet',
    facet: field,
    values: known ? values.map((one) => one.toLowerCase()) : values,
  }
}

function listOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

const blank = /\s/

/** True for text that needs no quotation marks: read alone, it is this text. */
function isWord(text: string): boolean {
  const [token, more] = filterTokens(text)
  if (!token || more || token.isQuoted || token.isUnclosed || token.source !== text) return false
  return (
    !/["\\]/.test(text) && (token.op === undefined || (token.key === undefined && isText(token)))
  )
}

function printValue(value: string): string {
  return value !== '' && !/[\s",\\]/.test(value) ? value : quote(value)
}

function quote(text: string): string {
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`
}

function readDuration(text: string): number | undefined {
  const [, number, unit] = /^(\d{1,9}(?:\.\d{1,3})?)([smhdw])$/i.exec(text) ?? []
  if (number === undefined || unit === undefined) return undefined
  const name = (['s', 'm', 'h', 'd', 'w'] as const).find((one) => one === unit.toLowerCase())
  return name && Math.round(Number(number) * units[name])
}

/** Prints a time in the largest unit in which it is a whole number, but never in weeks: "30d" is the custom. */
function printDuration(ms: number): string {
  for (const unit of ['d', 'h', 'm'] as const) {
    if (ms >= units[unit] && ms % units[unit] === 0) return `${ms / units[unit]}${unit}`
  }
  return `${ms / secondMs}s`
}

/** Levenshtein distance. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let at = 1; at <= Math.min(one.length, 40); at += 1) {
    const next = [at]
    for (let to = 1; to <= other.length; to += 1) {
      const replaced = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
