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

  /** Adds a row under an ID that the table does not have. */
  add(id: string, row: number): void {
    if (this.used * 2 >= this.slots.length) this.grow()
    this.insert(id, row)
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

  private insert(id: string, row: number): void {
    let at = this.startOf(id)
    while ((this.slots[at] ?? 0) !== 0) at = (at + 1) & (this.slots.length - 1)
    this.slots[at] = row + 1
    this.used += 1
  }

  private grow(): void {
    const rows = this.slots.filter((entry) => entry !== 0 && entry !== removed)
    this.slots = new Uint32Array(Math.max(64, 2 ** Math.ceil(Math.log2(rows.length * 4 + 1))))
    this.used = 0
    for (const entry of rows) this.insert(this.idOf(entry - 1), entry - 1)
  }

  private startOf(id: string): number {
    return hashOf(id) & (this.slots.length - 1)
  }
}

const removed = 0xff_ff_ff_ff

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93)
  }
  return (hash ^ (hash >>> 15)) >>> 0
}
