import { describe, expect, it } from 'vitest'
import { type JsonNode, readJsonTree } from './json-tree'
import { fc } from './test-properties'

/** Formats a tree as short text: `{a:1 b:["x"]}`. */
function drawn(node: JsonNode | undefined): string {
  if (!node) return ''
  const name = node.name === undefined ? '' : `${node.name}${node.isRepeated ? '!' : ''}:`
  const left = node.size > node.children.length ? ` +${node.size - node.children.length}` : ''
  const inner = node.children.map(drawn).join(' ') + left
  if (node.kind === 'object') return `${name}{${inner}}`
  if (node.kind === 'array') return `${name}[${inner}]`
  return name + (node.kind === 'string' ? JSON.stringify(node.text) : node.text)
}

const wide = { depth: 100, children: 100, nodes: 1_000 }

describe('readJsonTree', () => {
  it.each([
    ['{}', '{}'],
    [' [ ] ', '[]'],
    ['{"a":1,"b":[true,null,"x"]}', '{a:1 b:[true null "x"]}'],
    ['{"n":9007199254740993,"e":1e400,"z":-0.10}', '{n:9007199254740993 e:1e400 z:-0.10}'],
    ['{"k":1,"k":2,"10":0,"2":0}', '{k:1 k!:2 10:0 2:0}'],
    ['{"a":{"k":1},"b":{"k":1}}', '{a:{k:1} b:{k:1}}'],
    ['{"__proto__":{"constructor":1}}', '{__proto__:{constructor:1}}'],
    ['{"\\u0061\\"":"}{,:[\\\\"}', '{a":"}{,:[\\\\"}'],
    ['{"a": "x:y" , "b" : ["k","v"]}', '{a:"x:y" b:["k" "v"]}'],
    ['5', '5'],
    ['', ''],
  ])('reads %s', (text, tree) => {
    expect(drawn(readJsonTree(text))).toBe(tree)
  })

  it('reports how much it omitted when text is too wide, too deep or too long', () => {
    expect(drawn(readJsonTree('[1,2,3,{"a":4}]', { ...wide, children: 2 }))).toBe('[1 2 +2]')
    expect(drawn(readJsonTree('{"a":{"b":{"c":[1,2]}},"z":1}', { ...wide, depth: 2 }))).toBe(
      '{a:{b:{ +1}} z:1}',
    )
    expect(drawn(readJsonTree('[[1,2],[3],4]', { ...wide, nodes: 4 }))).toBe('[[1 2] +2]')
  })

  it('handles 100,000 levels of nesting and a megabyte of members', () => {
    const levels = 100_000
    const deep = readJsonTree(`{"deep":${'['.repeat(levels)}${']'.repeat(levels)},"after":1}`)
    expect(deep?.size).toBe(2)
    expect(deep?.children[1]).toMatchObject({ name: 'after', text: '1' })
    const many = readJsonTree(`{${'"k":"v",'.repeat(150_000)}"last":1}`)
    expect([many?.size, many?.children.length]).toEqual([150_001, 200])
    const long = readJsonTree(`{"text":"${'\\"x'.repeat(1_000_000)}"}`)
    expect(long?.children[0]?.text).toHaveLength(2_000_000)
  })

  it('finds the source position of every value in any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(3), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        const check = (node: JsonNode | undefined, expected: unknown) => {
          if (Array.isArray(expected)) {
            expect(node?.kind).toBe('array')
            expected.forEach((item, index) => check(node?.children[index], item))
          } else if (typeof expected === 'object' && expected !== null) {
            expect(node?.children.map(({ name }) => name)).toEqual(Object.keys(expected))
            Object.values(expected).forEach((item, index) => check(node?.children[index], item))
          } else {
            expect(node?.text).toBe(String(JSON.parse(JSON.stringify(expected))))
          }
          expect(text[node?.at ?? -1]).toBe(JSON.stringify(expected)[0])
        }
        check(readJsonTree(text, { depth: 1e6, children: 1e6, nodes: 1e6 }), value)
      }),
    )
  })
})
