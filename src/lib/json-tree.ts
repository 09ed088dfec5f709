import { endOfToken, skipBlanks } from './json-scan'

/** One value of a JSON text, with its place in it. */
export interface JsonNode {
  at: number
  kind: 'object' | 'array' | 'string' | 'number' | 'literal'
  name: string | undefined
  isRepeated: boolean
  text: string
  size: number
  children: JsonNode[]
}

interface JsonTreeLimits {
  depth: number
  children: number
  nodes: number
}

const jsonTreeLimits: JsonTreeLimits = { depth: 24, children: 200, nodes: 2_000 }

/** An object or array that is still open; `node` is undefined beyond the limits. */
interface Frame {
  node: JsonNode | undefined
  isObject: boolean
  isNameNext: boolean
  name: string | undefined
  names: Set<string> | undefined
}

/** Builds the tree of valid JSON text; undefined for text without a value. Never throws on valid JSON. */
export function readJsonTree(
  text: string,
  limits: JsonTreeLimits = jsonTreeLimits,
): JsonNode | undefined {
  let root: JsonNode | undefined
  let nodes = 0
  const open: Frame[] = []

  for (let start = skipBlanks(text, 0); start < text.length;) {
    const at = start
    const first = text[at]
    const end = endOfToken(text, at)
    start = skipBlanks(text, end)
    const parent = open.at(-1)
    if (first === '}' || first === ']') {
      open.pop()
    } else if (first === ',') {
      if (parent) parent.isNameNext = parent.isObject
    } else if (first === ':') {
      if (parent) parent.isNameNext = false
    } else if (parent?.isNameNext) {
      if (hasRoom(parent)) parent.name = textOf(text.slice(at, end))
    } else {
      const node = !parent || hasRoom(parent) ? nodeOf(text.slice(at, end), at, parent) : undefined
      if (parent?.node) parent.node.size += 1
      if (node) {
        nodes += 1
        parent?.node?.children.push(node)
        root ??= node
      }
      if (first === '{' || first === '[') {
        const isObject = first === '{'
        open.push({ node, isObject, isNameNext: isObject, name: undefined, names: undefined })
      }
    }
  }
  return root

  function hasRoom({ node }: Frame): boolean {
    return (
      node !== undefined &&
      node.children.length < limits.children &&
      open.length <= limits.depth &&
      nodes < limits.nodes
    )
  }
}

function nodeOf(token: string, at: number, parent: Frame | undefined): JsonNode {
  const name = parent?.isObject ? parent.name : undefined
  const isRepeated = name !== undefined && parent?.names?.has(name) === true
  if (parent && name !== undefined) {
    parent.names ??= new Set()
    parent.names.add(name)
  }
  return { at, ...valueOf(token), name, isRepeated, size: 0, children: [] }
}

function valueOf(token: string): Pick<JsonNode, 'kind' | 'text'> {
  if (token === '{') return { kind: 'object', text: '' }
  if (token === '[') return { kind: 'array', text: '' }
  if (token.startsWith('"')) return { kind: 'string', text: textOf(token) }
  return { kind: /^[-\d]/.test(token) ? 'number' : 'literal', text: token }
}

function textOf(token: string): string {
  try {
    return String(JSON.parse(token))
  } catch {
    return token
  }
}
