import { describe, expect, it } from 'vitest'
import { payloadMembers, withMember } from './payload-members'

describe('a form for a payload', () => {
  it('has its numbers, texts and flags as written', () => {
    expect(
      payloadMembers('{ "powerKw": 50.0, "mode": "eco", "isFast": true, "n": 9007199254740993 }'),
    ).toEqual([
      { name: 'powerKw', kind: 'number', value: '50.0' },
      { name: 'mode', kind: 'text', value: 'eco' },
      { name: 'isFast', kind: 'flag', value: 'true' },
      { name: 'n', kind: 'number', value: '9007199254740993' },
    ])
    expect(payloadMembers('{}')).toEqual([])
    expect(payloadMembers(' ')).toEqual([])
  })

  it.each(['[1]', '{"a":[1]}', '{"a":{"b":1}}', '{"a":null}', '{"a":1,"a":2}', '{"a":1', 'text'])(
    'can’t hold %s',
    (payload) => {
      expect(payloadMembers(payload)).toBeUndefined()
    },
  )
})

describe('changing a member', () => {
  it.each([
    ['number', '30', '{ "a": 1,  "b": 30 }'],
    ['number', '9007199254740993', '{ "a": 1,  "b": 9007199254740993 }'],
    ['number', '1.0', '{ "a": 1,  "b": 1.0 }'],
    ['number', '12,5', '{ "a": 1,  "b": 12.5 }'],
    ['number', '1,2,3', '{ "a": 1,  "b": "1,2,3" }'],
    ['number', 'much', '{ "a": 1,  "b": "much" }'],
    ['number', '', '{ "a": 1,  "b": "" }'],
    ['text', '$& "x"', String.raw`{ "a": 1,  "b": "$& \"x\"" }`],
    ['flag', 'true', '{ "a": 1,  "b": true }'],
  ] as const)('to the %s %s leaves the rest as it was', (kind, value, expected) => {
    expect(withMember('{ "a": 1,  "b": 2 }', { name: 'b', kind, value })).toBe(expected)
  })

  it.each([
    ['', '{\n  "b": 30\n}'],
    ['{ }', '{\n  "b": 30\n}'],
    ['{"a": 1}', '{"a": 1, "b": 30}'],
    ['{\n  "a": 1\n}', '{\n  "a": 1,\n  "b": 30\n}'],
  ])('adds one that %j lacks', (payload, expected) => {
    expect(withMember(payload, { name: 'b', kind: 'number', value: '30' })).toBe(expected)
  })

  it('survives a payload nested too deeply for a form', () => {
    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    expect(payloadMembers(deep)).toBeUndefined()
  })
})
