import { expect, it } from 'vitest'
import { responseDifference } from './response-difference'

const lines = (before: string, after: string) =>
  responseDifference(before, after).members.map((member) => {
    const from = 'before' in member ? member.before : '-'
    const to = 'after' in member ? member.after : '-'
    return `${member.kind} ${member.path}: ${from} > ${to}`
  })

it.each([
  ['spaces and order', '{"a":1,"b":[{"c":2}]}', '{ "b" : [ { "c":2 } ], "a": 1 }'],
  ['escapes of the same letter', '{"a":"\\u00e9"}', '{"a":"é"}'],
  ['empty objects', '{}', '{ }'],
])('ignores %s', (_what, before, after) => {
  expect(responseDifference(before, after)).toEqual({ members: [], isWhole: true })
})

it('names the members that were added, removed and changed, by their path', () => {
  const before = '{"fw":"1.2","bat":{"soc":80,"cells":[1,2]},"old":true,"a b":0}'
  const after = '{"fw":"1.3","bat":{"soc":81,"cells":[1,3,4]},"new":{ "x": null },"a b":1}'
  expect(lines(before, after)).toEqual([
    'changed fw: "1.2" > "1.3"',
    'changed bat.soc: 80 > 81',
    'changed bat.cells[1]: 2 > 3',
    'added bat.cells[2]: - > 4',
    'removed old: true > -',
    'changed ["a b"]: 0 > 1',
    'added new: - > {"x":null}',
  ])
})

it.each([
  ['numbers as written', '{"a":30.0}', '{"a":30}', 'changed a: 30.0 > 30'],
  [
    'numbers too large to be parsed exactly',
    '{"a":9007199254740993}',
    '{"a":9007199254740992}',
    'changed a: 9007199254740993 > 9007199254740992',
  ],
  ['a number and its text', '{"a":1}', '{"a":"1"}', 'changed a: 1 > "1"'],
  ['a list and a value', '{"a":[1, 2]}', '{"a":null}', 'changed a: [1,2] > null'],
  ['a name given twice', '{"a":1,"a":2}', '{"a":1,"a":3}', 'changed a (2): 2 > 3'],
  ['a name like a number', '{"a":[1]}', '{"a":{"0":1}}', 'changed a: [1] > {"0":1}'],
  ['a name of the prototype', '{"__proto__":1}', '{"__proto__":2}', 'changed __proto__: 1 > 2'],
])('compares %s', (_what, before, after, line) => {
  expect(lines(before, after)).toEqual([line])
})

it('states when responses are too large to compare, and ignores the part beyond the limit', () => {
  const long = (last: number) => `{"a":[${'0,'.repeat(500)}${last}]}`
  expect(responseDifference(long(1), long(2))).toEqual({ members: [], isWhole: false })
  expect(responseDifference(long(1), '{"a":[1]}')).toEqual({
    members: [{ kind: 'changed', path: 'a[0]', before: '0', after: '1' }, ...removed(1, 200)],
    isWhole: false,
  })
  expect(responseDifference(long(1), long(1)).isWhole).toBe(true)
})

const removed = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => ({
    kind: 'removed',
    path: `a[${from + at}]`,
    before: '0',
  }))

it('does not report members as added or removed that may be beyond the other response’s limit', () => {
  const names = Array.from({ length: 300 }, (_, at) => `"m${at}":0`)
  const [long, last] = [`{${names.join(',')}}`, '{"m299":0}']
  const pathsOf = (kind: string, before: string, after: string) =>
    responseDifference(before, after).members.flatMap((one) => (one.kind === kind ? one.path : []))
  expect(pathsOf('added', long, last)).toEqual([])
  expect(pathsOf('removed', last, long)).toEqual([])
})
