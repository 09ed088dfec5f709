import { endOfToken, skipBlanks } from '@/lib/json-scan'

interface MetadataValue {
  /** Name of the top-level member that holds it; undefined for values further down. */
  key: string | undefined
  /** A number keeps its source text: parsing would round large ones. */
  text: string
}

/** Enough for a search; metadata may have megabytes. */
const maxRead = 4_000

/** Returns the values in the source text of a JSON object, in their order, from its first 4,000 characters. */
export function metadataValues(json: string | null | undefined): MetadataValue[] {
  const values: MetadataValue[] = []
  if (!json) return values
  const text = json.slice(0, maxRead)
  let depth = 0
  let name: string | undefined
  for (let at = skipBlanks(text, 0); at < text.length; at = skipBlanks(text, at)) {
    const char = text.charAt(at)
    const end = Math.max(endOfToken(text, at), at + 1)
    if (char === '{' || char === '[') depth += 1
    else if (char === '}' || char === ']') depth -= 1
    else if (char !== ',' && char !== ':') {
      const token = text.slice(at, end)
      const isName = text.charAt(skipBlanks(text, end)) === ':'
      if (isName && depth === 1) name = unquoted(token)
      else if (!isName && token !== 'null')
        values.push({ key: depth === 1 ? name : undefined, text: unquoted(token) })
    }
    at = end
  }
  return values
}

function unquoted(token: string): string {
  if (!token.startsWith('"')) return token
  const inner = token.slice(1, token.endsWith('"') && token.length > 1 ? -1 : undefined)
  if (!inner.includes('\\')) return inner
  try {
    return String(JSON.parse(`"${inner}"`))
  } catch {
    // The text ends within an escape.
    return inner
  }
}
