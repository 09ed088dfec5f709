import { endOfToken, skipBlanks } from './json-scan'
import { parseJson } from './json-text'

/** A JSON value as text without blanks, its members in alphabetical order; an object also has them one by one. */
export interface SortedJson {
  text: string
  /** In the order of `text`; the first of repeated names is the first in the source. */
  members?: readonly SortedMember[]
}

interface SortedMember {
  /** As JSON text, in quotes. */
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
  writeNumber?: (source: string) => string,
): SortedJson | undefined {
  if (parseJson(text) === undefined) return undefined
  // A string may be written with or without escapes; half a surrogate pair always has one.
  const quoted = /[\\\p{Surrogate}]/u.test(text) ? rewritten : asWritten
  const top: Level = { isObject: false, name: '', items: [] }
  const levels = [top]
  let level = top
  for (let at = skipBlanks(text, 0); at < text.length;) {
    const end = endOfToken(text, at)
    const token = text.slice(at, end)
    at = skipBlanks(text, end)
    if (token === '{' || token === '[') {
      level = { isObject: token === '{', name: '', items: [] }
      levels.push(level)
      if (levels.length > deepest) return undefined
    } else if (token === '}' || token === ']') {
      const value = written(level)
      levels.pop()
      level = levels.at(-1) ?? top
      level.items.push({ name: level.name, value })
    } else if (level.isObject && text[at] === ':') {
      level.name = quoted(token)
    } else if (token !== ',' && token !== ':') {
      level.items.push({ name: level.name, value: { text: scalar(token) } })
    }
  }
  return top.items[0]?.value

  function scalar(token: string): string {
    if (token.startsWith('"')) return quoted(token)
    return writeNumber && /^[-\d]/.test(token) ? writeNumber(token) : token
  }
}

function written({ isObject, items }: Level): SortedJson {
  if (!isObject) return { text: `[${items.map(({ value }) => value.text).join(',')}]` }
  const members = items.toSorted((a, b) => Number(a.name > b.name) - Number(a.name < b.name))
  return {
    text: `{${members.map(({ name, value }) => `${name}:${value.text}`).join(',')}}`,
    members,
  }
}

const asWritten = (token: string) => token
const rewritten = (token: string) => JSON.stringify(JSON.parse(token))
