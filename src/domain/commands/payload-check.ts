import { jsonMistakeText } from '@/lib/json-mistake'
import { parseJson } from '@/lib/json-text'
import { jsonTokens } from '@/lib/json-tokens'
import { type JsonNode, readJsonTree } from '@/lib/json-tree'
import { roundedNumber } from '@/lib/rounded-number'

/** Controllers take messages up to 8 KB (platform's document). */
const maxMessageBytes = 8192
/** The platform adds about this much to a payload: the command's name, its ID and times. */
const envelopeBytes = 200
/** Longest payload whose message controllers take, in bytes. */
export const maxPayloadBytes = maxMessageBytes - envelopeBytes

/** Returns the mistake in a payload; undefined when it can be sent. */
export function payloadMistake(payload: string): string | undefined {
  if (payload.trim() === '') return undefined
  const mistake = jsonMistakeText(payload)
  if (mistake !== undefined) return mistake
  const value = parseJson(payload)
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? undefined : 'A payload is a JSON object, in braces.'
}

/** Describes the members that a payload names more than once; undefined when there are none. It is sent as it is. */
export function repetitionText(payload: string): string | undefined {
  const root = parseJson(payload) === undefined ? undefined : readJsonTree(payload)
  const names = new Set(root ? repeatedNames(root) : [])
  if (names.size === 0) return undefined
  const quoted = [...names].map((name) => JSON.stringify(name)).join(', ')
  return `The payload names ${quoted} more than once. The plant may use any of their values.`
}

function repeatedNames({ name, isRepeated, children }: JsonNode): string[] {
  const inside = children.flatMap(repeatedNames)
  return isRepeated && name !== undefined ? [name, ...inside] : inside
}

/** Describes the numbers of a payload that most programs can't keep; undefined when there are none. It is sent as it is. */
export function inexactText(payload: string): string | undefined {
  if (parseJson(payload) === undefined) return undefined
  const changes = jsonTokens(payload).flatMap(({ kind, text }) => {
    const kept = kind === 'number' ? roundedNumber(text) : undefined
    return kept === undefined ? [] : [`${shortNumber(text)} as ${kept}`]
  })
  if (changes.length === 0) return undefined
  const shown = [...new Set(changes)].slice(0, maxNumbersNamed).join(', ')
  return `Most programs keep about 16 digits of a number. The plant may read ${shown}.`
}

const maxNumbersNamed = 3
const longestNumber = 40

/** Shortens a number of many digits for a sentence. */
export function shortNumber(number: string): string {
  return number.length > longestNumber ? `${number.slice(0, longestNumber)}…` : number
}

/** Returns the size of a text in UTF-8, in bytes. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}
