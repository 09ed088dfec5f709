import { parseJson } from './json-text'

/** Whether two JSON texts differ in nothing but the blanks between their tokens. */
export function sameJsonText(one: string, other: string): boolean {
  return withoutBlanks(one) === withoutBlanks(other)
}

function withoutBlanks(text: string): string {
  return text.replaceAll(
    /("(?:[^"\\]|\\.)*")|[\t\n\r ]+/gs,
    (_match, string?: string) => string ?? '',
  )
}

/**
 * Whether two JSON texts mean the same: whatever the order of keys, the layout and the way numbers and
 * characters are written. Nothing is rounded, and of a key that comes twice both count. False for what is
 * no JSON, or nested too deeply to be looked at.
 */
export function sameJsonValue(one: string, other: string): boolean {
  const value = canonical(one)
  return value !== undefined && value === canonical(other)
}

const deepest = 200

interface Level {
  isObject: boolean
  key: string
  items: { key: string; value: string }[]
}

function canonical(text: string): string | undefined {
  if (parseJson(text) === undefined) return undefined
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gs) ?? []
  const top: Level = { isObject: false, key: '', items: [] }
  const levels = [top]
  for (const [index, token] of tokens.entries()) {
    const level = levels.at(-1) ?? top
    if (token === '{' || token === '[') {
      levels.push({ isObject: token === '{', key: '', items: [] })
      if (levels.length > deepest) return undefined
    } else if (token === '}' || token === ']') {
      levels.pop()
      const above = levels.at(-1) ?? top
      above.items.push({ key: above.key, value: written(level) })
    } else if (level.isObject && tokens[index + 1] === ':') {
      level.key = scalar(token)
    } else if (token !== ',' && token !== ':') {
      level.items.push({ key: level.key, value: scalar(token) })
    }
  }
  return written(top)
}

function written({ isObject, items }: Level): string {
  if (!isObject) return `[${items.map(({ value }) => value).join(',')}]`
  // Keys that come twice keep their order.
  const sorted = items.toSorted((a, b) => Number(a.key > b.key) - Number(a.key < b.key))
  return `{${sorted.map(({ key, value }) => `${key}:${value}`).join(',')}}`
}

function scalar(token: string): string {
  if (token.startsWith('"')) return JSON.stringify(JSON.parse(token))
  const number = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(token)
  if (!number) return token
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = number
  const digits = `${whole}${fraction}`.replace(/^0+/, '')
  const significant = digits.replace(/0+$/, '')
  if (significant === '') return '0'
  const shift = BigInt(exponent) - BigInt(fraction.length - (digits.length - significant.length))
  return `${sign}${significant}e${shift}`
}
