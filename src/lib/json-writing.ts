/** Writes JSON text; apart from reading it, which the first screen needs. */

import { endOfToken, skipBlanks } from './json-scan'
import { parseJson } from './json-text'

/** Serializes an object and adds members whose values are given as JSON text; undefined ones are omitted. */
export function stringifyWithText(
  members: Record<string, unknown>,
  textMembers: Record<string, string | null | undefined>,
): string {
  const parts = Object.entries(members)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
  for (const [key, value] of Object.entries(textMembers)) {
    if (value !== undefined) parts.push(`${JSON.stringify(key)}:${value ?? 'null'}`)
  }
  return `{${parts.join(',')}}`
}

/** Indents JSON text by two spaces without parsing values, to 32 levels and `longest` characters; bad JSON stays. */
export function indentJson(text: string, longest = Infinity): string {
  if (parseJson(text) === undefined) return text.slice(0, longest)
  const out: string[] = []
  let [depth, length, isFirst] = [0, 0, false]
  const add = (part: string) => {
    out.push(part)
    length += part.length
  }
  const breakLine = () => add(`\n${'  '.repeat(Math.min(depth, 32))}`)
  let at = skipBlanks(text, 0)
  while (at < text.length) {
    if (length >= longest) break
    const char = text[at]
    const end = endOfToken(text, at)
    const isEnd = char === '}' || char === ']'
    if (isEnd) depth -= 1
    if (isEnd ? !isFirst : isFirst) breakLine()
    add(char === ':' ? ': ' : text.slice(at, end))
    if (char === ',') breakLine()
    isFirst = char === '{' || char === '['
    if (isFirst) depth += 1
    at = skipBlanks(text, end)
  }
  return out.join('').slice(0, longest)
}

/** Serializes a parsed JSON value of any depth; `JSON.stringify` recurses and fails after a few thousand levels. */
export function jsonTextOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value)
  } catch (error) {
    if (error instanceof RangeError) return jsonTextOfDeep(value)
    throw error
  }
}

function jsonTextOfDeep(root: unknown): string {
  const out: string[] = []
  const left: ({ text: string } | { value: unknown })[] = [{ value: root }]
  for (let next = left.pop(); next; next = left.pop()) {
    if ('text' in next) {
      out.push(next.text)
    } else if (typeof next.value !== 'object' || next.value === null) {
      out.push(JSON.stringify(next.value) ?? 'null')
    } else {
      const isList = Array.isArray(next.value)
      const members = Object.entries(next.value).filter(
        ([, value]) => isList || value !== undefined,
      )
      out.push(isList ? '[' : '{')
      left.push({ text: isList ? ']' : '}' })
      for (const [index, [name, value]] of [...members.entries()].toReversed()) {
        const comma = index === 0 ? '' : ','
        left.push({ value }, { text: isList ? comma : `${comma}${JSON.stringify(name)}:` })
      }
    }
  }
  return out.join('')
}
