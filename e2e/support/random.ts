/** Reproducible random numbers (mulberry32): the same seed draws the same fleet. */
export class Random {
  private state: number

  constructor(seed: number) {
    this.state = seed
  }

  between(from: number, to: number): number {
    return from + (to - from) * this.fraction()
  }

  /** Returns a number with a logarithmic distribution, so that days and months both occur. */
  spread(from: number, to: number): number {
    return from * (to / from) ** this.fraction()
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    return items
      .map((item) => ({ item, place: this.fraction() }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ item }) => item)
  }

  private fraction(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
