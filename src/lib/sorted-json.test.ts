import { expect, it } from 'vitest'
import { sortedJson } from './sorted-json'

it.each([
  ['{ "b": [1.0, {"d":2,"c":null}],\n"a": "x y" }', '{"a":"x y","b":[1.0,{"c":null,"d":2}]}'],
  ['{"n":9007199254740993,"m":1E2}', '{"m":1E2,"n":9007199254740993}'],
  ['{"\\u0061":"\\u00e9\\/"}', '{"a":"é/"}'],
  ['{"b":1,"a":2,"b":0}', '{"a":2,"b":1,"b":0}'],
  [' true ', 'true'],
  ['"a:1"', '"a:1"'],
])('writes %s as %s', (text, sorted) => {
  expect(sortedJson(text)?.text).toBe(sorted)
})

it('writes numbers with the given function', () => {
  expect(sortedJson('{"a":1.0,"b":"1.0"}', () => '1')?.text).toBe('{"a":1,"b":"1.0"}')
})

it('names the members of an object, and of nothing else', () => {
  const read = sortedJson('{"__proto__":{"y":2,"x":"1"},"a":[{"b":1}]}')
  expect(read?.members?.map(({ name, value }) => [name, value.text])).toEqual([
    ['"__proto__"', '{"x":"1","y":2}'],
    ['"a"', '[{"b":1}]'],
  ])
  const [proto, list] = read?.members ?? []
  expect(proto?.value.members?.map(({ name }) => name)).toEqual(['"x"', '"y"'])
  expect(list?.value.members).toBeUndefined()
})

it.each(['', '{"a"', `${'['.repeat(100_000)}${']'.repeat(100_000)}`])(
  'reads no invalid and no deeply nested text',
  (text) => {
    expect(sortedJson(text)).toBeUndefined()
  },
)
