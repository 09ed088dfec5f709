import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { AmbiguousJsonError, canonicalJson, readUnambiguousJson } from './canonical-json'
import type { AckMessage, CommandMessage } from './messages'
import { isSameSignature, signAck, signCommand } from './signatures'
import vectors from './test-vectors.json' with { type: 'json' }
import { anyText, fc, isWellFormed } from '@/lib/test-properties'

const { plantId, secret } = vectors

function over(text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex')
}

// The vectors were created with another program (Python's hmac and hashlib).
test.each(vectors.commands)('signs the command vector: $name', ({ message, signed }) => {
  // The inferred type gives each vector the members of the others, as undefined.
  expect(signCommand(secret, plantId, message as unknown as CommandMessage)).toBe(message.sig)
  expect(over(signed)).toBe(message.sig)
})

test.each(vectors.acks)('signs the ack vector: $name', ({ message, signed }) => {
  expect(signAck(secret, plantId, message as AckMessage)).toBe(message.sig)
  expect(over(signed)).toBe(message.sig)
})

test('depends on every signed member, but not on the target', () => {
  const command = { cmdId: 'c', ts: 1, action: 'HOLD', payload: { a: 1 } }
  const signature = signCommand(secret, plantId, command)
  const others = [
    signCommand(`${secret}x`, plantId, command),
    signCommand(secret, `${plantId}x`, command),
    ...[{ cmdId: 'd' }, { ts: 2 }, { action: 'CHARGE' }, { payload: { a: 2 } }].map((change) =>
      signCommand(secret, plantId, { ...command, ...change }),
    ),
  ]
  for (const other of others) expect(isSameSignature(signature, other)).toBe(false)
  expect(signCommand(secret, plantId, { ...command, target: 'BAT1' })).toBe(signature)
})

test('does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.dictionary(anyText().filter(isWellFormed), fc.jsonValue()), (payload) => {
      const reversed = Object.fromEntries(Object.entries(payload).toReversed())
      const command = { cmdId: 'c', ts: 1, action: 'HOLD' }
      expect(signCommand(secret, plantId, { ...command, payload: reversed })).toBe(
        signCommand(secret, plantId, { ...command, payload }),
      )
    }),
  )
})

test('keeps the meaning of JSON in its canonical form', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

describe('JSON to be signed', () => {
  test.each([
    ['a repeated key', '{"a":1,"a":2}', /"a" is repeated/],
    ['an integer beyond a double', '{"a":12345678901234567890}', /12345678901234567890/],
    ['more digits than a double', '{"a":0.12345678901234567890123}', /too long/],
    ['a number beyond the largest', '{"a":1e400}', /too long/],
    ['half a surrogate pair in a key', '{"\\ud800":1}', /surrogate/],
    ['half a surrogate pair in a text', '{"a":["\\udc00x"]}', /surrogate/],
    ['text that is not JSON', '{"a":', /./],
  ])('is refused for %s', (_name, text, message) => {
    expect(() => readUnambiguousJson(text)).toThrow(AmbiguousJsonError)
    expect(() => readUnambiguousJson(text)).toThrow(message)
  })

  test.each([
    '{"a":1.0,"b":1e3,"c":-0.5}',
    '{"__proto__":{"a":1}}',
    '{"a":{"a":1},"b":[{"a":1}]}',
    '{"a":1,"a":1}',
  ])('is accepted if it is unambiguous: %s', (text) => {
    expect(readUnambiguousJson(text)).toEqual(JSON.parse(text))
  })
})
