import { endOfToken, skipBlanks } from './json-scan'
import { sortedJson } from './sorted-json'

/** Returns true when two JSON texts differ only in the whitespace between tokens. */
export function sameJsonText(one: string, other: string): boolean {
  return compactJson(one) === compactJson(other)
}

/** Removes the whitespace between the tokens of a JSON text, or of its beginning. */
export function compactJson(text: string): string {
  const parts: string[] = []
  for (let at = skipBlanks(text, 0); at < text.length;) {
    const end = endOfToken(text, at)
    parts.push(text.slice(at, end))
    at = skipBlanks(text, end)
  }
  return parts.join('')
}

/** Returns true when two JSON texts have the same value. Nothing is rounded; false for invalid or too deep texts. */
export function sameJsonValue(one: string, other: string): boolean {
  const value = sortedJson(one, exactNumber)
  return value !== undefined && value.text === sortedJson(other, exactNumber)?.text
}

/** Longer numbers are compared as written: normalising their zeros takes quadratic time. */
const maxNumberLength = 1_000

function exactNumber(token: string): string {
  if (token.length > maxNumberLength) return token
  const number = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(token)
  if (!number) return token
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = number
  const digits = `${whole}${fraction}`.replace(/^0+/, '')
  const significant = digits.replace(/0+$/, '')
  if (significant === '') return '0'
  const shift = BigInt(exponent) - BigInt(fraction.length - (digits.length - significant.length))
  return `${sign}${significant}e${shift}`
}
