import { endOfToken, skipBlanks } from './json-scan'
import { parseJson } from './json-text'

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
  const value = canonical(one)
  return value !== undefined && value === canonical(other)
}

const deepest = 200
/** Longer numbers are compared as written: normalising their zeros takes quadratic time. */
const maxNumberLength = 1_000

interface Level {
  isObject: boolean
  key: string
  items: { key: string; value: string }[]
}

function canonical(text: string): string | undefined {
  if (parseJson(text) === undefined) return undefined
  const top: Level = { isObject: false, key: '', items: [] }
  const levels = [top]
  for (let at = skipBlanks(text, 0); at < text.length;) {
    const end = endOfToken(text, at)
    const token = text.slice(at, end)
    at = skipBlanks(text, end)
    const level = levels.at(-1) ?? top
    if (token === '{' || token === '[') {
      levels.push({ isObject: token === '{', key: '', items: [] })
      if (levels.length > deepest) return undefined
    } else if (token === '}' || token === ']') {
      levels.pop()
      const above = levels.at(-1) ?? top
      above.items.push({ key: above.key, value: written(level) })
    } else if (level.isObject && text[at] === ':') {
      level.key = scalar(token)
    } else if (token !== ',' && token !== ':') {
      level.items.push({ key: level.key, value: scalar(token) })
    }
  }
  return written(top)
}

function written({ isObject, items }: Level): string {
  if (!isObject) return `[${items.map(({ value }) => value).join(',')}]`
  const sorted = items.toSorted((a, b) => Number(a.key > b.key) - Number(a.key < b.key))
  return `{${sorted.map(({ key, value }) => `${key}:${value}`).join(',')}}`
}

function scalar(token: string): string {
  if (token.startsWith('"')) return JSON.stringify(JSON.parse(token))
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
