import { type MetadataColumn, maxPageKeys } from './coded-columns'
import { SharedValues } from './growing-columns'

/** A key with more values isn’t a facet: the list would be too long to scan. */
const maxValues = 60
const maxKeys = 40

/** Values of the metadata keys that have few, for counting and filtering by them. */
export class MetadataFacets {
  /** Value '' is a plant without the key. */
  readonly columns = new Map<string, SharedValues>()
  /** Keys with too many values, and those that a snapshot didn't count. */
  private readonly dropped = new Set<string>()
  /** True once a key had no room. Another one may have been left out, too, and would be counted from then on only. */
  private isFull = false
  private rows: number

  constructor(rows: number) {
    this.rows = rows
  }

  /** Adds a row of a page. */
  set(row: number, page: readonly MetadataColumn[], place: number): void {
    if (page.length >= maxPageKeys) this.keepOnly(page)
    for (const column of this.columns.values()) column.set(row, '')
    for (const { key, values, codes } of page) {
      const value = values[codes[place] ?? 0] ?? ''
      if (value === '') continue
      const column = this.columnOf(key)
      column?.set(row, value)
      this.checkWidth(key, column)
    }
  }

  /**
   * Adds a page of a snapshot, whose rows follow each other and are new. Keys of its plants (`keys`) that it doesn't count
   * were dropped before it was stored.
   */
  setAll(first: number, page: readonly MetadataColumn[], keys: ReadonlyMap<string, unknown>): void {
    if (keys.size >= maxPageKeys) this.keepOnly(page)
    const counted = new Set(page.map(({ key }) => key))
    for (const key of keys.keys()) if (!counted.has(key)) this.drop(key)
    for (const { key, ...coded } of page) {
      const column = this.columnOf(key)
      column?.setAll(first, coded)
      this.checkWidth(key, column)
    }
  }

  /** Makes room for more rows. */
  grow(rows: number): void {
    this.rows = rows
    for (const column of this.columns.values()) column.grow(rows)
  }

  /** Drops the keys that a page may have left out for lack of room: they would count too few plants. */
  private keepOnly(page: readonly MetadataColumn[]): void {
    const keys = new Set(page.map(({ key }) => key))
    for (const key of this.columns.keys()) if (!keys.has(key)) this.columns.delete(key)
    this.isFull = true
  }

  private checkWidth(key: string, column: SharedValues | undefined): void {
    // One more for the plants without the key.
    if (!column || column.values.length <= maxValues + 1) return
    this.drop(key)
  }

  private drop(key: string): void {
    this.columns.delete(key)
    this.dropped.add(key)
  }

  private columnOf(key: string): SharedValues | undefined {
    const known = this.columns.get(key)
    if (known || this.dropped.has(key)) return known
    this.isFull ||= this.columns.size >= maxKeys
    if (this.isFull) return undefined
    const column = new SharedValues(this.rows)
    column.set(0, '')
    this.columns.set(key, column)
    return column
  }
}
