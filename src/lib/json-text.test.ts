import { expect, test } from 'vitest'
import { liftMembers } from './json-text'
import { fc } from './test-properties'

function lifted(text: string, ...paths: string[]): unknown {
  return JSON.parse(liftMembers(text, paths))
}

test('keeps the exact source of a member: large numbers, duplicates, order and whitespace', () => {
  const source = '{ "n": 9007199254740993, "a": 1, "a": 2, "10": 0, "2": 0, "__proto__": {"x": 1} }'
  expect(lifted(`{"id":"1","metadata": ${source} ,"name":"x"}`, 'metadata')).toEqual({
    id: '1',
    metadata: source,
    name: 'x',
  })
})

test('lifts members inside arrays and ignores the same name elsewhere', () => {
  const text = '{"data":[{"metadata":{"metadata":1}},{"metadata":null}],"metadata":{"k":[1]}}'
  expect(lifted(text, 'data.*.metadata')).toEqual({
    data: [{ metadata: '{"metadata":1}' }, { metadata: null }],
    metadata: { k: [1] },
  })
})

test('finds keys that are written with escapes', () => {
  expect(lifted('{"m\\u0065tadata":{"a":1}}', 'metadata')).toEqual({ metadata: '{"a":1}' })
})

test('returns invalid JSON unchanged', () => {
  for (const text of ['', '{', '{"a"}', '<html>', '{"metadata":[}', '{"metadata":{"a":"']) {
    expect(() => JSON.parse(liftMembers(text, ['metadata']))).toThrow(SyntaxError)
  }
})

test('lifts any JSON value without changing it or the surrounding text', () => {
  fc.assert(
    fc.property(fc.json(), fc.json(), fc.string(), (metadata, rest, name) => {
      const text = `{"rest":${rest},"metadata":${metadata},"name":${JSON.stringify(name)}}`
      const read = lifted(text, 'metadata') as { rest: unknown; metadata: string; name: string }
      expect(read.rest).toEqual(JSON.parse(rest))
      expect(read.name).toBe(name)
      expect(read.metadata).toEqual(metadata === 'null' ? null : metadata)
    }),
  )
})
