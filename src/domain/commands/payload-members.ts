import { applyEdits, modify, parseTree } from 'jsonc-parser'
import { parseJson } from '@/lib/json-text'

/** One member of a payload that a form can edit. */
export interface PayloadMember {
  name: string
  kind: 'number' | 'text' | 'flag'
  /** As written in the JSON, so that no number is rounded; of a text, the text itself. */
  value: string
}

/**
 * Returns the members of a payload when a form can hold them: an object of numbers, texts and flags, each named once.
 * Undefined for every other shape.
 */
export function payloadMembers(payload: string): PayloadMember[] | undefined {
  if (parseJson(payload) === undefined) return undefined
  const root = parseTree(payload)
  if (root?.type !== 'object') return undefined
  const members: PayloadMember[] = []
  for (const property of root.children ?? []) {
    const [name, value] = property.children ?? []
    if (!name || !value) return undefined
    const kind = kinds.get(value.type)
    if (kind === undefined || members.some((member) => member.name === name.value)) return undefined
    const source = payload.slice(value.offset, value.offset + value.length)
    members.push({
      name: String(name.value),
      kind,
      value: kind === 'text' ? String(value.value) : source,
    })
  }
  return members
}

const kinds = new Map<string, PayloadMember['kind']>([
  ['number', 'number'],
  ['string', 'text'],
  ['boolean', 'flag'],
])

/**
 * Replaces one member's value and leaves every other character. A decimal comma is written as a point; a number that isn't
 * one is written as a text.
 */
export function withMember(payload: string, { name, kind, value }: PayloadMember): string {
  const source = kind === 'number' ? value.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2') : value.trim()
  if (kind === 'text' || !isOfKind(kind, source)) {
    return applyEdits(payload, modify(payload, [name], value, {}))
  }
  // Written as typed: the library would write 1.0 as 1, and round large numbers.
  const mark = `${name} to be replaced`
  const marked = applyEdits(payload, modify(payload, [name], mark, {}))
  return marked.replace(JSON.stringify(mark), () => source)
}

/** Returns true when a value is JSON of its kind. */
export function isOfKind(kind: PayloadMember['kind'], value: string): boolean {
  if (kind === 'text') return true
  return typeof parseJson(value) === (kind === 'flag' ? 'boolean' : 'number')
}
