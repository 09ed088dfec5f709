import { endOfToken } from '@/lib/json-scan'
import { parseJson } from '@/lib/json-text'
import { type JsonNode, readJsonTree } from '@/lib/json-tree'

/** One member of a payload that a form can edit. */
export interface PayloadMember {
  name: string
  kind: 'number' | 'text' | 'flag'
  /** As written in the JSON, so that no number is rounded; of a text, the text itself. */
  value: string
}

/**
 * Returns the members of a payload when a form can hold them: an object of numbers, texts and flags, each named once.
 * Undefined for every other shape; no payload has no members.
 */
export function payloadMembers(payload: string): PayloadMember[] | undefined {
  if (payload.trim() === '') return []
  const root = parseJson(payload) === undefined ? undefined : readJsonTree(payload)
  if (root?.kind !== 'object' || root.children.length < root.size) return undefined
  const members = root.children.map(memberOf)
  return members.every((member) => member !== undefined) ? members : undefined
}

function memberOf({ kind, name, text, isRepeated }: JsonNode): PayloadMember | undefined {
  if (name === undefined || isRepeated) return undefined
  if (kind === 'number') return { name, kind, value: text }
  if (kind === 'string') return { name, kind: 'text', value: text }
  return kind === 'literal' && text !== 'null' ? { name, kind: 'flag', value: text } : undefined
}

/**
 * Replaces one member's value, or adds the member, and leaves every other character. A decimal comma is written as a point;
 * a number that isn't one is written as a text.
 */
export function withMember(payload: string, { name, kind, value }: PayloadMember): string {
  const source = kind === 'number' ? value.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2') : value.trim()
  // A number is written as typed: a library would write 1.0 as 1, and round large numbers.
  const json = kind === 'text' || !isOfKind(kind, source) ? JSON.stringify(value) : source
  const children = readJsonTree(payload)?.children ?? []
  const node = children.find((child) => child.name === name)
  if (node) return payload.slice(0, node.at) + json + payload.slice(endOfToken(payload, node.at))
  const member = `${JSON.stringify(name)}: ${json}`
  const last = children.at(-1)
  if (!last) return `{\n  ${member}\n}`
  const end = endOfToken(payload, last.at)
  const gap = payload.includes('\n') ? '\n  ' : ' '
  return `${payload.slice(0, end)},${gap}${member}${payload.slice(end)}`
}

/** Returns true when a value is JSON of its kind. */
export function isOfKind(kind: PayloadMember['kind'], value: string): boolean {
  if (kind === 'text') return true
  return typeof parseJson(value) === (kind === 'flag' ? 'boolean' : 'number')
}
