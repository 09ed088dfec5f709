const byteTexts = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Reproducible random generator (sfc32) with 128 bits of state: neighbouring plants never share a stream. */
export class Random {
  #a: number
  #b: number
  #c: number
  #counter = 1

  constructor(seed: number, stream: number) {
    this.#a = seed | 0
    this.#b = stream | 0
    this.#c = Math.floor(seed / 0x1_0000_0000) | 0
    // The first numbers still depend directly on the bits of the seed.
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

  /** Returns a number from 0 (inclusive) to 1 (exclusive). */
  fraction(): number {
    return this.uint32() / 0x1_0000_0000
  }

  chance(probability: number): boolean {
    return this.fraction() < probability
  }

  between(from: number, to: number): number {
    return from + (to - from) * this.fraction()
  }

  /** Returns a whole number between both ends, inclusive. */
  integer(from: number, to: number): number {
    return from + Math.floor((to - from + 1) * this.fraction())
  }

  /** Returns a number with a logarithmic distribution, so that minutes, hours, days and months all occur. */
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

  /** Returns an ID with the format of version 4; the same seed results in the same ID. */
  uuid(): string {
    const hex = this.hex(16)
    const variant = (8 + (Number.parseInt(hex.charAt(16), 16) & 3)).toString(16)
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
  }
}

/** Table of shares in per cent, which add up to 100. */
export type Shares<Item> = readonly [readonly [number, Item], ...(readonly [number, Item])[]]

/** Returns the entry of a table of shares for a fraction. */
export function byShare<Item>(table: Shares<Item>, fraction: number): Item {
  let rest = fraction * 100
  for (const [share, item] of table) {
    rest -= share
    if (rest < 0) return item
  }
  return table[0][1]
}
