import { findJsonMistake } from '@/lib/json-mistake'
import { parseJson } from '@/lib/json-text'

/** Controllers take messages up to 8 KB (platform's document); the platform adds about 200 bytes to a payload. */
export const longestPayloadBytes = 8192

/** Returns the mistake in a payload; undefined when it can be sent. */
export function payloadMistake(payload: string): string | undefined {
  if (payload.trim() === '') return undefined
  const mistake = findJsonMistake(payload)
  if (mistake) return `Line ${mistake.line}, column ${mistake.column}: ${mistake.problem}.`
  const value = parseJson(payload)
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? undefined : 'A payload is a JSON object, in braces.'
}

/** Returns the size of a text in UTF-8, in bytes. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}
