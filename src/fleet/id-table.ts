/** Finds rows by ID: an open hash table of row numbers, because a `Map` of 100,000 IDs takes ten times the memory. */
export class IdTable {
  private slots = new Uint32Array(64)
  private used = 0
  private readonly idOf: (row: number) => string

  constructor(idOf: (row: number) => string) {
    this.idOf = idOf
  }

  /** Returns the row with an ID, or -1. */
  find(id: string): number {
    for (let at = this.startOf(id); ; at = (at + 1) & (this.slots.length - 1)) {
      const entry = this.slots[at] ?? 0
      if (entry === 0) return -1
      if (entry !== removed && this.idOf(entry - 1) === id) return entry - 1
    }
  }

  /** Adds a row under an ID that the table does not have, given by its hash. */
  add(hash: number, row: number): void {
    if (this.used * 2 >= this.slots.length) this.grow(0)
    this.insert(hash, row)
  }

  /** Makes room for more rows at once. */
  reserve(rows: number): void {
    if (rows * 2 >= this.slots.length) this.grow(rows)
  }

  /** Removes the row with an ID. */
  remove(id: string): void {
    for (let at = this.startOf(id); ; at = (at + 1) & (this.slots.length - 1)) {
      const entry = this.slots[at] ?? 0
      if (entry === 0) return
      if (entry === removed || this.idOf(entry - 1) !== id) continue
      // Not 0, which would end the search for entries that were placed after it.
      this.slots[at] = removed
      return
    }
  }

  private insert(hash: number, row: number): void {
    let at = hash & (this.slots.length - 1)
    while ((this.slots[at] ?? 0) !== 0) at = (at + 1) & (this.slots.length - 1)
    this.slots[at] = row + 1
    this.used += 1
  }

  private grow(atLeast: number): void {
    const rows = this.slots.filter((entry) => entry !== 0 && entry !== removed)
    const wanted = Math.max(rows.length, atLeast)
    this.slots = new Uint32Array(Math.max(64, 2 ** Math.ceil(Math.log2(wanted * 4 + 1))))
    this.used = 0
    for (const entry of rows) this.insert(idHash(this.idOf(entry - 1)), entry - 1)
  }

  private startOf(id: string): number {
    return idHash(id) & (this.slots.length - 1)
  }
}

const removed = 0xff_ff_ff_ff

/** Returns the hash of an ID: FNV-1a over UTF-16 code units. */
export function idHash(id: string): number {
  let hash = 0x81_1c_9d_c5
  for (let at = 0; at < id.length; at += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01_00_01_93)
  }
  return (hash ^ (hash >>> 15)) >>> 0
}
