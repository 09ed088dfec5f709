import { endOfToken, skipBlanks } from './json-scan'

/** Kinds of pieces of JSON text; blanks count as punctuation. */
export type JsonTokenKind = 'name' | 'text' | 'number' | 'word' | 'punctuation'

/** A piece of JSON text. */
interface JsonToken {
  kind: JsonTokenKind
  text: string
}

/** Splits JSON text, valid or not, into tokens that joined are the text again. */
export function jsonTokens(text: string): JsonToken[] {
  const tokens: JsonToken[] = []
  let at = 0
  while (at < text.length) {
    const start = skipBlanks(text, at)
    const end = Math.max(endOfToken(text, start), start + 1)
    const kind = kindAt(text, start, end)
    if (start > at) tokens.push({ kind: 'punctuation', text: text.slice(at, start) })
    if (start < text.length) tokens.push({ kind, text: text.slice(start, end) })
    at = end
  }
  return tokens
}

function kindAt(text: string, start: number, end: number): JsonTokenKind {
  const first = text[start] ?? ''
  if (first === '"') return text[skipBlanks(text, end)] === ':' ? 'name' : 'text'
  if (/[-\d]/.test(first)) return 'number'
  return /[a-z]/i.test(first) ? 'word' : 'punctuation'
}
