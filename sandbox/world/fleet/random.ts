const byteTexts = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** A small reproducible random source (sfc32): 128 bits of state, so that neighbouring plants never share a stream. */
export class Random {
  #a: number
  #b: number
  #c: number
  #counter = 1

  constructor(seed: number, stream: number) {
    this.#a = seed | 0
    this.#b = stream | 0
    this.#c = Math.floor(seed / 0x1_0000_0000) | 0
    // The first draws still show the seed's own bits.
    for (let round = 0; round < 12; round++) this.uint32()
  }

  uint32(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0
    return sum >>> 0
  }

  /** From 0 up to, never including, 1. */
  fraction(): number {
    return this.uint32() / 0x1_0000_0000
  }

  chance(probability: number): boolean {
    return this.fraction() < probability
  }

  between(from: number, to: number): number {
    return from + (to - from) * this.fraction()
  }

  /** A whole number, both ends included. */
  integer(from: number, to: number): number {
    return from + Math.floor((to - from + 1) * this.fraction())
  }

  /** Short spans as often as long ones: minutes, hours, days and months all turn up. */
  spread(from: number, to: number): number {
    return from * (to / from) ** this.fraction()
  }

  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[Math.floor(items.length * this.fraction())] ?? items[0]
  }

  hex(bytes: number, separator = ''): string {
    let text = ''
    for (let at = 0; at < bytes; at += 4) {
      const four = this.uint32()
      for (let shift = 0; shift < 32 && at + shift / 8 < bytes; shift += 8) {
        text += (text && separator) + byteTexts[(four >>> shift) & 255]
      }
    }
    return text
  }

  digits(length: number): string {
    let text = ''
    while (text.length < length) text += String(this.uint32() % 10_000).padStart(4, '0')
    return text.slice(0, length)
  }

  /** Version 4 in shape only: the same seed gives the same id. */
  uuid(): string {
    const hex = this.hex(16)
    const variant = (8 + (Number.parseInt(hex.charAt(16), 16) & 3)).toString(16)
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
  }
}

/** A table of shares in per cent; they add up to 100. */
export type Shares<Item> = readonly [readonly [number, Item], ...(readonly [number, Item])[]]

/** Picks the entry of a table of shares that a fraction falls on. */
export function byShare<Item>(table: Shares<Item>, fraction: number): Item {
  let rest = fraction * 100
  for (const [share, item] of table) {
    rest -= share
    if (rest < 0) return item
  }
  return table[0][1]
}
