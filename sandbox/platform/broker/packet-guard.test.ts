import { expect, test } from 'vitest'
import { packetWatch } from './packet-guard'
import { fc } from '@/lib/test-properties'

/** Builds a packet with a body of this many bytes: type, length in groups of seven bits, body. */
function packet(bytes: number): Buffer {
  const length: number[] = []
  for (let rest = bytes; ; rest = Math.floor(rest / 128)) {
    length.push((rest % 128) + (rest >= 128 ? 128 : 0))
    if (rest < 128)
      return Buffer.concat([Buffer.from([0x32, ...length]), Buffer.alloc(bytes, 0xff)])
  }
}

test('accepts packets of permitted size, however they are split into chunks', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 16_000 }), { maxLength: 8 })
  const cuts = fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 50 })
  fc.assert(
    fc.property(sizes, cuts, (payloads, pieces) => {
      const bytes = Buffer.concat(payloads.map(packet))
      const isTooLarge = packetWatch()
      for (let at = 0, n = 0; at < bytes.length; n += 1) {
        const size = pieces[n % pieces.length] ?? 1
        expect(isTooLarge(bytes.subarray(at, at + size))).toBe(false)
        at += size
      }
    }),
  )
})

test('rejects an oversized packet by its header, even after valid packets', () => {
  const isTooLarge = packetWatch()
  expect(isTooLarge(packet(10))).toBe(false)
  const header = packet(40_000).subarray(0, 4)
  expect([...header].map((byte) => isTooLarge(Buffer.from([byte])))).toContain(true)
})

test('rejects a length without an end', () => {
  expect(packetWatch()(Buffer.from([0x10, 0x80, 0x80, 0x80, 0x80]))).toBe(true)
})
