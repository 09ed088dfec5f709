import { compactJson } from '@/lib/json-layout'
import { endOfToken } from '@/lib/json-scan'
import { type JsonNode, readJsonTree } from '@/lib/json-tree'

/** A member that differs between two responses; `before` and `after` are JSON text. */
export type MemberDifference = { path: string } & (
  | { kind: 'added'; after: string }
  | { kind: 'removed'; before: string }
  | { kind: 'changed'; before: string; after: string }
)

interface ResponseDifference {
  members: MemberDifference[]
  /** False when a response is too large to be compared as a whole. */
  isWhole: boolean
}

/**
 * Compares two responses (JSON text) member by member. The order of members doesn't matter; numbers count as written, so
 * 30.0 differs from 30. Items of a list are compared by their position.
 */
export function responseDifference(before: string, after: string): ResponseDifference {
  const [old, now] = [readJsonTree(before), readJsonTree(after)]
  if (!old || !now) return { members: [], isWhole: false }
  const members: MemberDifference[] = []
  let isWhole = true
  compare(old, now, '')
  return { members, isWhole }

  function compare(one: JsonNode, other: JsonNode, path: string): void {
    if (one.kind !== other.kind || !isContainer(one)) {
      if (one.kind === other.kind && one.text === other.text) return
      members.push({
        kind: 'changed',
        path,
        before: textOf(one, before),
        after: textOf(other, after),
      })
      return
    }
    if (textOf(one, before) === textOf(other, after)) return
    if (isCut(one) || isCut(other)) isWhole = false
    const [from, to] = [childrenOf(one, path), childrenOf(other, path)]
    for (const [place, child] of from) {
      const match = to.get(place)
      if (match) compare(child, match, place)
      else if (!isCut(other)) {
        members.push({ kind: 'removed', path: place, before: textOf(child, before) })
      }
    }
    for (const [place, child] of to) {
      if (from.has(place) || isCut(one)) continue
      members.push({ kind: 'added', path: place, after: textOf(child, after) })
    }
  }
}

function isContainer({ kind }: JsonNode): boolean {
  return kind === 'object' || kind === 'array'
}

/** Returns true when the tree doesn't contain all members of a node. */
function isCut({ size, children }: JsonNode): boolean {
  return children.length < size
}

/** Returns the children by path; a name that is given again is numbered. */
function childrenOf({ kind, children }: JsonNode, path: string): Map<string, JsonNode> {
  const byPath = new Map<string, JsonNode>()
  const counts = new Map<string, number>()
  for (const [index, child] of children.entries()) {
    const { name = '' } = child
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    const place = kind === 'array' ? `${path}[${index}]` : pathOf(path, name)
    byPath.set(kind === 'object' && count > 1 ? `${place} (${count})` : place, child)
  }
  return byPath
}

function pathOf(path: string, name: string): string {
  if (!/^[\w-]+$/.test(name)) return `${path}[${JSON.stringify(name)}]`
  return path === '' ? name : `${path}.${name}`
}

/** Returns the JSON text of a node, without whitespace between tokens. */
function textOf(node: JsonNode, source: string): string {
  if (node.kind === 'string') return JSON.stringify(node.text)
  if (!isContainer(node)) return node.text
  let [at, depth] = [node.at, 0]
  do {
    const token = source[at] ?? ''
    if (token === '{' || token === '[') depth += 1
    if (token === '}' || token === ']') depth -= 1
    at = endOfToken(source, at)
  } while (depth > 0 && at < source.length)
  return compactJson(source.slice(node.at, at))
}
