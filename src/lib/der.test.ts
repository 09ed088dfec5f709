import { describe, expect, it } from 'vitest'
import { derChild } from './der'

/** SEQUENCE { INTEGER 0, SEQUENCE { OID 1.2 } } */
const small = Uint8Array.of(0x30, 8, 2, 1, 0, 0x30, 3, 6, 1, 0x2a)

describe('derChild', () => {
  it('returns children whole, including their tag', () => {
    expect(derChild(small, 0)).toEqual({ tag: 2, bytes: Uint8Array.of(2, 1, 0) })
    expect(derChild(small, 1)).toEqual({ tag: 0x30, bytes: Uint8Array.of(0x30, 3, 6, 1, 0x2a) })
  })

  it('reads long lengths', () => {
    const octets = new Uint8Array(300).fill(7)
    const child = Uint8Array.of(4, 0x82, 1, 44, ...octets)
    expect(derChild(Uint8Array.of(0x30, 0x82, 1, 48, ...child), 0)?.bytes).toEqual(child)
  })

  it.each([
    ['nothing', []],
    ['another type of element', [4, 1, 0]],
    ['truncated data', [0x30, 9, 2, 1, 0]],
    ['a child larger than its parent', [0x30, 3, 2, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['an indefinite length', [0x30, 0x80, 2, 1, 0]],
    ['an absurd length', [0x30, 0x88, 1, 1, 1, 1, 1, 1, 1, 1]],
    ['too few children', [0x30, 0]],
  ])('finds no child in %s', (_what, bytes) => {
    expect(derChild(Uint8Array.from(bytes), 0)).toBeUndefined()
  })
})
