// The text line of a filter: `status:offline cert<30d meta.installer:"Elektro" brno`.
import { printDuration } from './filter-durations'
import { fieldNamed, fieldNear, isExternalId, searchedAs } from './filter-fields'
import { printValue, quote } from './filter-quotes'
import { type FilterToken, filterTokens } from './filter-tokens'
import { type Mistake, readField } from './filter-values'
import type { Condition, FleetFilter } from './fleet-filter'
import { isMarkedHex, readHexDigits } from '@/lib/hex-digits'

/** A part of the text that can’t be read as a condition. */
export interface FilterMistake extends Mistake {
  /** Counts from 1. */
  column: number
  length: number
}

/** A part of the text: a condition, or a mistake. */
export interface FilterItem {
  /** Counts from 1. */
  column: number
  length: number
  read: Condition | Mistake
}

/** Parses the text of a filter. Parts with mistakes are left out of the filter. Never throws. */
export function parseFilter(text: string): {
  filter: FleetFilter
  mistakes: readonly FilterMistake[]
} {
  const filter: Condition[] = []
  const mistakes: FilterMistake[] = []
  for (const { column, length, read } of filterItems(text)) {
    if ('kind' in read) filter.push(read)
    else mistakes.push({ column, length, ...read })
  }
  return { filter, mistakes }
}

/** Parses the text of a filter into its parts, in order. Never throws. */
export function filterItems(text: string): readonly FilterItem[] {
  // A fingerprint with its label is one text, although it has blanks.
  if (isOneNumber(text))
    return [{ column: 1, length: text.length, read: { kind: 'text', text: text.trim() } }]
  const items: FilterItem[] = []
  const tokens = filterTokens(text)
  for (let at = 0; at < tokens.length; at += 1) {
    const torn = tornCondition(tokens.slice(at, at + 3))
    if (torn) {
      items.push(torn.item)
      at += torn.count - 1
      continue
    }
    const [token] = tokens.slice(at)
    const read = token && readToken(token)
    if (read) items.push({ column: token.at + 1, length: token.length, read })
  }
  return items
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
  return isHexNumber(text) && blank.test(text.trim())
}

/** True for hex with a sign of it; “serial:” before other text is a word. */
function isHexNumber(text: string): boolean {
  return isMarkedHex(text) && readHexDigits(text) !== undefined
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

/** Finds a condition that was written with blanks: `cert < 30d`, `status: offline`. */
function tornCondition(
  tokens: readonly FilterToken[],
): { item: FilterItem; count: number } | undefined {
  const [first, second, third] = tokens
  if (!first || !second || fieldNamed(first.name) === undefined) return undefined
  const isValueNext = first.op !== undefined && first.values.at(-1) === '' && !isCondition(second)
  const isOperatorNext = first.op === undefined && !first.isQuoted && isOperatorFirst(second)
  if ((!isValueNext && !isOperatorNext) || first.source.endsWith('"')) return undefined
  const isOperatorAlone = isOperatorNext && second.values.every((value) => value === '')
  const parts = isOperatorAlone ? [first, second, third] : [first, second]
  const sources = parts.flatMap((part) => part?.source ?? [])
  const suggestion = sources.join('')
  const [token, more] = filterTokens(suggestion)
  const read = token && !more ? readToken(token) : undefined
  if (!read || !('kind' in read) || read.kind === 'text') return undefined
  const last = parts.at(-1) ?? second
  const length = last.at + last.length - first.at
  const message = `Write “${suggestion}” without spaces.`
  const item = { column: first.at + 1, length, read: { message, suggestion } }
  return { item, count: parts.length }
}

function isCondition({ name, op, key }: FilterToken): boolean {
  return op !== undefined && (name === '' || key !== undefined || fieldNamed(name) !== undefined)
}

function isOperatorFirst({ name, op, isQuoted }: FilterToken): boolean {
  return name === '' && op !== undefined && !isQuoted
}

function readToken(token: FilterToken): Condition | Mistake | undefined {
  const { source, name, op, key, values, isUnclosed, rest } = token
  if (isUnclosed) return { message: 'A quotation mark is missing.', suggestion: `${source}"` }
  if (rest !== '')
    return { message: 'A space is missing beside a quotation mark.', suggestion: quote(source) }
  if (op === undefined || (key === undefined && isText(token))) {
    const text = token.isQuoted ? name : source
    return text.trim() === '' ? undefined : { kind: 'text', text }
  }
  const field = key === undefined ? fieldNamed(name) : undefined
  if (key === undefined && field === undefined) return unknownField(token, op)
  if (values.includes('') && !source.includes('""'))
    return { message: `A value is missing after “${name}${op}”.` }
  if (key !== undefined) {
    if (key === '') return { message: 'A key is missing after “meta.”.' }
    if (op !== ':') return { message: `Metadata can’t be compared. Use “:”.` }
    return { kind: 'meta', key, values }
  }
  return field && readField(field, op, values)
}

/** Fingerprints have colons, too; but what looks like a field’s serial number is one. */
function isText({ source, name, op, values }: FilterToken): boolean {
  if (name === '') return true
  if (fieldNamed(name) !== undefined || !isHexNumber(source)) return false
  return op !== ':' || searchedAs(name) !== 'Serial numbers' || isHexNumber(values.join())
}

function unknownField({ name, source, values }: FilterToken, op: string): Mistake {
  const isNegated = op === '=' && name.endsWith('!')
  const plainName = isNegated ? name.slice(0, -1) : name.replace(/^[-!]/, '')
  if (plainName !== name && fieldNamed(plainName) !== undefined)
    return { message: 'Conditions can’t exclude values. List the values to keep instead.' }
  const none = `There is no field “${name}”.`
  if (isExternalId(name))
    return { message: `${none} The server’s list has no external IDs to search for.` }
  const found = searchedAs(name)
  if (found !== undefined) {
    const text = values.join(' ')
    const message = `${none} ${found} are found without one.`
    return text === '' ? { message } : { message, suggestion: isWord(text) ? text : quote(text) }
  }
  const near = fieldNear(name)
  if (near !== undefined)
    return {
      message: `${none} Did you mean “${near}”?`,
      suggestion: near + source.slice(name.length),
    }
  return {
    message: `${none} Put it in quotation marks to search for it.`,
    suggestion: quote(source),
  }
}

const blank = /\s/

/** True for text that needs no quotation marks: read alone, it is this text. */
function isWord(text: string): boolean {
  const [token, more] = filterTokens(text)
  if (!token || more || token.isQuoted || token.isUnclosed || token.source !== text) return false
  return (
    !/["\\]/.test(text) &&
    (token.op === undefined ||
      (token.key === undefined && !isOperatorFirst(token) && isText(token)))
  )
}
