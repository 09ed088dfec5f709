import { endOfToken, skipBlanks } from './json-scan'
import { parseJson } from './json-text'

/** A JSON value as text without blanks, its members in alphabetical order; an object also has them one by one. */
export interface SortedJson {
  text: string
  /** In the order of `text`; the first of repeated names is the first in the source. */
  members?: readonly SortedMember[]
}

interface SortedMember {
  name: string
  value: SortedJson
}

interface Level {
  isObject: boolean
  name: string
  items: SortedMember[]
}

const deepest = 200

/**
 * Reads JSON text so that equal values have equal texts. `writeNumber` writes the numbers, which otherwise stay as in the
 * source. Undefined for invalid texts and for those nested more than 200 levels.
 */
export function sortedJson(
  text: string,
  writeNumber: (source: string) => string = (source) => source,
): SortedJson | undefined {
  if (parseJson(text) === undefined) return undefined
  const top: Level = { isObject: false, name: '', items: [] }
  const levels = [top]
  for (let at = skipBlanks(text, 0); at < text.length;) {
    const end = endOfToken(text, at)
    const token = text.slice(at, end)
    at = skipBlanks(text, end)
    const level = levels.at(-1) ?? top
    if (token === '{' || token === '[') {
      levels.push({ isObject: token === '{', name: '', items: [] })
      if (levels.length > deepest) return undefined
    } else if (token === '}' || token === ']') {
      levels.pop()
      const above = levels.at(-1) ?? top
      above.items.push({ name: above.name, value: written(level) })
    } else if (level.isObject && text[at] === ':') {
      level.name = plainString(token)
    } else if (token !== ',' && token !== ':') {
      level.items.push({ name: level.name, value: { text: scalar(token) } })
    }
  }
  return top.items[0]?.value

  function scalar(token: string): string {
    if (token.startsWith('"')) return quoted(token)
    return /^[-\d]/.test(token) ? writeNumber(token) : token
  }
}

function written({ isObject, items }: Level): SortedJson {
  if (!isObject) return { text: `[${items.map(({ value }) => value.text).join(',')}]` }
  const members = items.toSorted((a, b) => Number(a.name > b.name) - Number(a.name < b.name))
  const parts = members.map(({ name, value }) => `${JSON.stringify(name)}:${value.text}`)
  return { text: `{${parts.join(',')}}`, members }
}

/** A string may be written with or without escapes; half a surrogate pair always has one. */
function quoted(token: string): string {
  return /[\\\p{Surrogate}]/u.test(token) ? JSON.stringify(JSON.parse(token)) : token
}

function plainString(token: string): string {
  return token.includes('\\') ? String(JSON.parse(token)) : token.slice(1, -1)
}
